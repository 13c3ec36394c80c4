import {parseInstant, wallClock} from '../time/index.ts'
import type {DisagreementProblem} from '../problems.ts'
import {itemStatus, type ResolvedEvent} from './resolveFields.ts'
import type {Item} from './items.ts'
import {statusName} from './statusNames.ts'
import {roomOf} from '../links/roomOf.ts'
import {minute} from './time.ts'
import {compareTitles, titlesContradict} from './compareTitles.ts'
import {normalTitle} from './titleSimilarity.ts'

/**
 * Returns a problem for every field in which the sources of one event contradict each other.
 *
 * A missing value is not a contradiction, and neither is a longer text. Description, categories and
 * organizer are not compared, because feeds and editors differ there by nature.
 */
export function findDisagreements({event, items}: ResolvedEvent): DisagreementProblem[] {
  if (items.length < 2) return []
  // An editor who decided that two titles name one meeting does not need to read it again.
  const isDecided = event.joins.some(({reason}) => reason === 'decided')
  const compared = comparedFields.filter(({field}) => field !== 'title' || !isDecided)
  const differences = compared.map(({field, valueOf, isSame}) => {
    const values = items.flatMap((item) => {
      const value = valueOf(item, items)
      return value === undefined ? [] : [{item, value}]
    })
    const [first, ...others] = values
    if (!first || others.every(({value}) => isSame(first.value, value))) return undefined
    return problem(event, field, values)
  })
  return differences.filter((each) => each !== undefined)
}

interface ComparedField {
  field: string
  /** Returns the item's value, or undefined when it has none. */
  valueOf: (item: Item, all: readonly Item[]) => string | undefined
  isSame: (a: string, b: string) => boolean
}

const isEqual = (a: string, b: string) => a === b

const comparedFields: ComparedField[] = [
  {field: 'title', valueOf: titleOf, isSame: (a, b) => !titlesContradict(a, b)},
  {field: 'start', valueOf: startOf, isSame: isEqual},
  {field: 'length', valueOf: lengthOf, isSame: isEqual},
  {field: 'status', valueOf: statusOf, isSame: isEqual},
  {
    field: 'joinUrl',
    valueOf: ({joinUrl}) => joinUrl,
    isSame: (a, b) => roomOf(a) === roomOf(b),
  },
  {field: 'location', valueOf: locationOf, isSame: (a, b) => normalTitle(a) === normalTitle(b)},
]

/** Ignores the title of a series, in its cadence or in a feed, because it is not the topic of one date. */
function titleOf(item: Item, all: readonly Item[]): string | undefined {
  if (item.kind === 'cadence') return undefined
  const hasTitleOfSeries = item.kind === 'feed' && all.some((each) => isOfSeries(each, item.title))
  return hasTitleOfSeries ? undefined : item.title
}

function isOfSeries(item: Item, title: string): boolean {
  const seriesTitle = item.kind === 'touchpoint' ? item.touchpoint.seriesTitle : undefined
  return Boolean(seriesTitle) && compareTitles(seriesTitle ?? '', title) === 'same'
}

/** The calendar of a series decides about its dates, so a date that it moved is no contradiction. */
function startOf(item: Item): string | undefined {
  return isMoved(item) ? undefined : item.span.start
}

function lengthOf(item: Item): string | undefined {
  const {startMs, endMs} = item.span
  return isMoved(item) ? undefined : `${(endMs - startMs) / minute} minutes`
}

function isMoved(item: Item): boolean {
  return item.kind === 'cadence' && item.movedTo !== undefined
}

/**
 * Returns the status that an item contributes to the comparison.
 *
 * Feeds write "confirmed" by default (RFC 5545 section 3.8.1.11 has no default), so it contradicts
 * "cancelled" and another feed's "tentative", but not a planned touchpoint.
 */
function statusOf(item: Item, all: readonly Item[]): string | undefined {
  // Dates of a cadence are no news, except one that an editor skipped and that another source still has.
  if (item.kind === 'cadence') return item.change?.kind === 'skipped' ? 'cancelled' : undefined
  const planned = item.kind === 'touchpoint' && item.touchpoint.status === 'planned'
  const anyCancelled = all.some((each) => itemStatus(each) === 'cancelled')
  return planned && !anyCancelled ? undefined : itemStatus(item)
}

function locationOf(item: Item): string | undefined {
  return item.kind === 'feed' ? item.occurrence.location : undefined
}

function problem(
  event: ResolvedEvent['event'],
  field: string,
  values: {item: Item; value: string}[],
): DisagreementProblem {
  const list = values
    .map(({item, value}) => `${formatValue(field, value, event)} in ${nameOf(item)}`)
    .join(', ')
  const shown = shownOf(event, field, values)
  return {
    kind: 'disagreement',
    eventId: event.id,
    field,
    values: values.map(({item, value}) => ({source: item.key, value})),
    message: `The ${labelOf(field)} of "${event.title}" differs: ${list}. Visitors see ${shown}. Correct the wrong one.`,
  }
}

function shownOf(
  event: ResolvedEvent['event'],
  field: string,
  values: {item: Item; value: string}[],
) {
  if (field === 'start') return formatValue(field, event.start, event)
  if (field === 'status') return formatValue(field, event.status, event)
  if (field !== 'length') return `the value of ${nameOf(values[0]?.item)}`
  return `${(Date.parse(event.end) - Date.parse(event.start)) / minute} minutes`
}

/** Formats an instant in the event's time zone, because editors don't think in UTC, and a status in words. */
function formatValue(
  field: string,
  value: string,
  {timeZone = 'UTC'}: ResolvedEvent['event'],
): string {
  if (field === 'status') return statusName(value)
  if (parseInstant(value) === undefined) return value
  const {date, time} = wallClock(value, timeZone)
  return `${date} ${time} (${timeZone})`
}

function labelOf(field: string): string {
  return field === 'joinUrl' ? 'join link' : field
}

function nameOf(item: Item | undefined): string {
  if (item?.kind === 'feed') return `the calendar "${item.feed.title}"`
  if (item?.kind === 'cadence') return `the cadence of "${item.title}"`
  return 'the session'
}
