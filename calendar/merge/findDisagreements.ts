import {parseInstant, wallClock} from '../time/index.ts'
import type {DisagreementProblem} from '../problems.ts'
import {itemStatus, type ResolvedEvent} from './resolveFields.ts'
import type {Item} from './items.ts'
import {normalJoinLink} from './joinLink.ts'
import {minute, type Span} from './time.ts'
import {normalTitle, titlesAgree} from './titleSimilarity.ts'

/**
 * Returns a problem for every field in which the sources of one event contradict each other.
 *
 * A missing value is not a contradiction, and neither is a longer text. Description, categories and
 * organizer are not compared, because feeds and editors differ there by nature.
 */
export function findDisagreements({event, items}: ResolvedEvent): DisagreementProblem[] {
  if (items.length < 2) return []
  const found = claims.map(({field, says, same}) => {
    const values = items.flatMap((item) => {
      const value = says(item, items)
      return value === undefined ? [] : [{item, value}]
    })
    const [first, ...others] = values
    if (!first || others.every(({value}) => same(first.value, value))) return undefined
    return problem(event, field, values)
  })
  return found.filter((each) => each !== undefined)
}

interface Claim {
  field: string
  /** Returns the item's value, or undefined when it has none. */
  says: (item: Item, all: readonly Item[]) => string | undefined
  same: (a: string, b: string) => boolean
}

const equal = (a: string, b: string) => a === b

const claims: Claim[] = [
  {field: 'title', says: titleClaim, same: titlesAgree},
  {field: 'start', says: ({span}) => span.start, same: equal},
  {field: 'length', says: ({span}) => lengthOf(span), same: equal},
  {field: 'status', says: statusClaim, same: equal},
  {
    field: 'joinUrl',
    says: ({joinUrl}) => joinUrl,
    same: (a, b) => normalJoinLink(a) === normalJoinLink(b),
  },
  {field: 'location', says: locationClaim, same: (a, b) => normalTitle(a) === normalTitle(b)},
]

/** Ignores the title of a cadence, because it is the title of the series and not the topic of one date. */
function titleClaim(item: Item): string | undefined {
  return item.kind === 'cadence' ? undefined : item.title
}

function lengthOf({startMs, endMs}: Span): string {
  return `${(endMs - startMs) / minute} minutes`
}

/**
 * Returns the status that an item contributes to the comparison.
 *
 * Feeds write "confirmed" by default (RFC 5545 section 3.8.1.11 has no default), so it contradicts
 * "cancelled" and another feed's "tentative", but not a planned touchpoint.
 */
function statusClaim(item: Item, all: readonly Item[]): string | undefined {
  if (item.kind === 'cadence') return undefined
  const planned = item.kind === 'touchpoint' && item.touchpoint.status === 'planned'
  const someoneCancelled = all.some((each) => itemStatus(each) === 'cancelled')
  return planned && !someoneCancelled ? undefined : itemStatus(item)
}

function locationClaim(item: Item): string | undefined {
  return item.kind === 'feed' ? item.occurrence.location : undefined
}

function problem(
  event: ResolvedEvent['event'],
  field: string,
  said: {item: Item; value: string}[],
): DisagreementProblem {
  const list = said.map(({item, value}) => `${spoken(value, event)} in ${nameOf(item)}`).join(', ')
  const shown = shownOf(event, field, said)
  return {
    kind: 'disagreement',
    eventId: event.id,
    field,
    values: said.map(({item, value}) => ({source: item.key, value})),
    message: `The ${wordFor(field)} of "${event.title}" differs: ${list}. The calendar shows ${shown}. Correct the wrong one.`,
  }
}

function shownOf(
  event: ResolvedEvent['event'],
  field: string,
  said: {item: Item; value: string}[],
) {
  if (field === 'start') return spoken(event.start, event)
  if (field === 'status') return event.status
  if (field !== 'length') return `the value of ${nameOf(said[0]?.item)}`
  return `${(Date.parse(event.end) - Date.parse(event.start)) / minute} minutes`
}

/** Formats an instant in the event's time zone, because editors don't think in UTC. */
function spoken(value: string, {timeZone = 'UTC'}: ResolvedEvent['event']): string {
  if (parseInstant(value) === undefined) return value
  const {date, time} = wallClock(value, timeZone)
  return `${date} ${time} (${timeZone})`
}

function wordFor(field: string): string {
  return field === 'joinUrl' ? 'link to join' : field
}

function nameOf(item: Item | undefined): string {
  if (item?.kind === 'feed') return `the calendar "${item.feed.title}"`
  if (item?.kind === 'cadence') return `the recurrence of "${item.title}"`
  return 'the touchpoint'
}
