import {keepFairly} from '../fairness.ts'
import type {CalendarProblem} from '../problems.ts'
import type {Occurrence, OccurrencesResult} from '../types.ts'
import type {FeedSource} from './sources.ts'
import {day, type Window} from './time.ts'

/** The occurrences of a feed in a window, and at most one problem about what a limit left out. */
export interface ExpandedFeed {
  occurrences: readonly Occurrence[]
  problems: CalendarProblem[]
}

/**
 * Expands a feed within the limits of its calendar.
 *
 * A limit keeps the earliest occurrences. Of a dense calendar, these would all be before today. So it
 * is expanded from today on, too, and these occurrences come first.
 */
export function expandFeed(
  {calendar, title}: Pick<FeedSource, 'calendar' | 'title'>,
  {from, to, timeZone}: Window,
  now: number | undefined,
): ExpandedFeed {
  const between = (start: number, end: number) =>
    calendar.between(new Date(start), new Date(end), {timeZone})
  const whole = between(from, to)
  if (whole.problems.length === 0) return whole
  const problems = [limitProblem(title, whole)]
  // The day and not the instant, so that a calendar can remember its last results.
  const today = now === undefined ? from : Math.floor(now / day) * day
  if (today <= from || today >= to) return {occurrences: whole.occurrences, problems}
  const upcoming = between(today, to).occurrences
  const all = unique([...upcoming, ...whole.occurrences.toReversed()])
  return {occurrences: keepFairly(all, whole.occurrences.length, [({uid}) => uid]), problems}
}

/** The window from today on repeats occurrences of the whole window. */
function unique(occurrences: readonly Occurrence[]): Occurrence[] {
  const byKey = new Map<string, Occurrence>()
  for (const each of occurrences) {
    const key = `${each.start} ${each.end} ${each.uid} ${each.title}`
    if (!byKey.has(key)) byKey.set(key, each)
  }
  return [...byKey.values()]
}

function limitProblem(title: string, {problems}: OccurrencesResult): CalendarProblem {
  const [first] = problems
  const more = problems.length > 1 ? ` The same is true for ${problems.length - 1} more.` : ''
  return {
    kind: 'calendar',
    code: 'limit',
    ...(first?.line !== undefined && {line: first.line}),
    ...(first?.uid !== undefined && {uid: first.uid}),
    message: `Some dates of the calendar "${title}" are left out, the latest first. ${first?.message ?? ''}${more} Ask its owner to correct events that repeat too often.`,
  }
}
