import {windowOf} from '../occurrences/window.ts'
import {parseCalendar} from '../parseCalendar.ts'
import {causeOf} from './causeOf.ts'
import {describePair} from './describePair.ts'
import {eventFacts, type EventFacts} from './eventFacts.ts'
import {pairReadings, startOf} from './pairReadings.ts'
import type {ReadingDifference, ReadingPair} from './readingDifference.ts'
import {
  instantOf,
  readWithNodeIcal,
  secondReadingLimits,
  type SecondReadingOptions,
} from './readWithNodeIcal.ts'
import type {ReadingWindow} from './secondReading.ts'

/** The result of comparing two readings of a calendar. */
export type ReadingComparison =
  | {
      state: 'compared'
      /** Number of occurrences in our reading. */
      occurrences: number
      /** Sorted by start. */
      differences: ReadingDifference[]
      /** Number of differences that the limit left out. */
      omitted: number
    }
  /** node-ical cannot read the calendar: sites that use it show none of its events. */
  | {state: 'unreadable'; message: string}
  /** A limit ended one of the readings, so they cannot be compared. */
  | {state: 'skipped'; message: string}

/** A date that is moved across an end of the window is the same date. */
const margin = 31 * 86_400_000

/**
 * Compares our reading of a calendar with node-ical's, and returns what sites that use node-ical are likely to show
 * differently, in sentences.
 *
 * The readings are independent of each other, except that both expand rules with rrule-temporal. A difference is
 * no error in itself: node-ical leaves out parts of RFC 5545, and the causes say which. It starts a process, so
 * don't call it while a visitor waits.
 *
 * @throws RangeError when the window is invalid, or for an option that does not exist
 * @example
 * const comparison = await compareReadings(text, {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'})
 * if (comparison.state === 'compared') for (const {message} of comparison.differences) console.log(message)
 */
export async function compareReadings(
  text: string,
  {from, to}: ReadingWindow,
  options: SecondReadingOptions = {},
): Promise<ReadingComparison> {
  const limits = secondReadingLimits(options)
  const {time: _, memory: __, differences: maxDifferences, ...calendarLimits} = limits
  const window = windowOf(from, to, {})
  const wide = {from: new Date(window.from - margin), to: new Date(window.to + margin)}
  const theirs = await readWithNodeIcal(text, wide, options)
  if (theirs.state === 'failed') {
    const {fault, message} = theirs
    return {state: fault === 'unreadable' ? 'unreadable' : 'skipped', message}
  }
  const calendar = parseCalendar(text, {limits: calendarLimits})
  const {occurrences, problems} = calendar.between(wide.from, wide.to)
  const limit = [...calendar.problems, ...problems].find(({code}) => code === 'limit')
  if (limit) return {state: 'skipped', message: limit.message}
  const isInside = (time: string) => instantOf(time) >= window.from && instantOf(time) < window.to
  const pairs = pairReadings(occurrences, theirs.occurrences).filter(
    (pair) => isInside(startOf(pair)) || (pair.kind === 'time' && isInside(pair.theirs.start)),
  )
  const facts = pairs.length > 0 ? eventFacts(text, calendarLimits) : new Map<string, EventFacts>()
  const refused = new Set(theirs.refused)
  return {
    state: 'compared',
    occurrences: occurrences.filter(({start}) => isInside(start)).length,
    differences: pairs.slice(0, maxDifferences).map((pair) => differenceOf(pair, facts, refused)),
    omitted: Math.max(0, pairs.length - maxDifferences),
  }
}

function differenceOf(
  pair: ReadingPair,
  facts: ReadonlyMap<string, EventFacts>,
  refused: ReadonlySet<string>,
): ReadingDifference {
  const {uid, title} = pair.kind === 'extra' ? pair.theirs : pair.ours
  const known = facts.get(uid) ?? facts.get('')
  const cause = causeOf(pair, known && {...known, isRefused: refused.has(uid.trim())})
  return {
    kind: pair.kind,
    uid,
    title,
    start: startOf(pair),
    ...(cause !== undefined && {cause}),
    message: describePair(pair, cause),
  }
}
