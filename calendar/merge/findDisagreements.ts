import {parseInstant, wallClock} from '../time/index.ts'
import type {DisagreementProblem} from '../problems.ts'
import {itemStatus, type ResolvedEvent} from './resolveFields.ts'
import type {Item} from './items.ts'
import {normalJoinLink} from './joinLink.ts'
import {minute, type Span} from './time.ts'
import {normalTitle, titlesAgree} from './titleSimilarity.ts'

/**
 * Every field on which the sources of one event contradict each other. A field that a source says
 * nothing of is no contradiction, nor is a longer text: description, categories and organizer differ
 * by their nature between a feed and the editors' own words.
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
  /** What an item claims, or undefined when it claims nothing. */
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

/** A cadence has the title of its series, not of what is talked about on one date. */
function titleClaim(item: Item): string | undefined {
  return item.kind === 'cadence' ? undefined : item.title
}

function lengthOf({startMs, endMs}: Span): string {
  return `${(endMs - startMs) / minute} minutes`
}

/**
 * Feeds say "confirmed" where nobody said anything (RFC 5545 section 3.8.1.11 gives no default), so
 * it contradicts "cancelled", and "tentative" of another feed, but not what editors still plan.
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
    message: `The ${wordFor(field)} of "${event.title}" differs: ${list}. Shown is ${shown}; correct whichever is wrong.`,
  }
}

function shownOf(
  event: ResolvedEvent['event'],
  field: string,
  said: {item: Item; value: string}[],
) {
  if (field === 'start') return spoken(event.start, event)
  if (field === 'status') return event.status
  if (field !== 'length') return `what ${nameOf(said[0]?.item)} says`
  return `${(Date.parse(event.end) - Date.parse(event.start)) / minute} minutes`
}

/** An instant as the event's own clock shows it: editors do not think in UTC. */
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
