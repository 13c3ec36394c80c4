import {ProblemList} from '../problemList.ts'
import {sortOccurrences} from './sortOccurrences.ts'
import {writeOccurrence} from './writeOccurrence.ts'
import type {EventTiming} from '../series/eventTiming.ts'
import type {CalendarLimits} from '../limits.ts'
import type {OccurrenceTimes, Series} from '../series/series.ts'
import type {Occurrence, OccurrencesResult} from '../types.ts'
import type {Window} from './window.ts'

/**
 * Finds what overlaps the window, within the limits, and writes it out.
 *
 * @param series - In the order in which occurrences of the same start are answered.
 * @param most - The most occurrences that the caller wants: the earliest.
 * @param sampleOf - What the occurrences of a VEVENT have in common, their times left empty.
 */
export function occurrencesInWindow(
  series: readonly Series[],
  window: Window,
  limits: CalendarLimits,
  most: number | undefined,
  sampleOf: (frame: EventTiming) => Occurrence,
): OccurrencesResult {
  const problems = new ProblemList()
  const groups = collect(series, window, limits, problems)
  const found = sortOccurrences(cutFairly(groups, limits.occurrences, problems))
  if (most !== undefined && found.length > most) {
    problems.add({
      code: 'limit',
      message: `${found.length} occurrences overlap the window; the first ${most} are answered, as the limit asks.`,
    })
    found.length = most
  }
  return {
    occurrences: found.map((one) => writeOccurrence(one, sampleOf(one.frame))),
    problems: problems.toArray(),
  }
}

function collect(
  series: readonly Series[],
  window: Window,
  limits: CalendarLimits,
  problems: ProblemList,
): OccurrenceTimes[][] {
  const budget = {left: limits.steps}
  const groups = series.map((): OccurrenceTimes[] => [])
  const indexes = series.map((_, index) => index)
  const isDense = (index: number): boolean => series[index]?.dense ?? false
  const sparseFirst = [...indexes.filter((at) => !isDense(at)), ...indexes.filter(isDense)]
  for (const at of sparseFirst) {
    const one = series[at]
    if (!one) continue
    const {found, cut} = one.between(window, limits.occurrencesPerEvent, budget)
    if (cut !== undefined) {
      problems.add({
        code: 'limit',
        line: one.line,
        uid: one.uid,
        message:
          cut === 'occurrences'
            ? `The event recurs more than ${limits.occurrencesPerEvent} times in the window; the earliest are answered. Ask for a shorter window, or raise limits.occurrencesPerEvent.`
            : `The event's rule was not expanded to the end of the window: the answer had looked at ${limits.steps} candidate times by then. Ask for a shorter window, or raise limits.steps.`,
      })
    }
    groups[at] = found
  }
  return groups.filter((found) => found.length > 0)
}

/**
 * Keeps an answer within its limit by shortening the events that recur most, all to the same count: an
 * event every second must not push out the one meeting that somebody looks for.
 */
function cutFairly(
  groups: OccurrenceTimes[][],
  most: number,
  problems: ProblemList,
): OccurrenceTimes[][] {
  const total = groups.reduce((sum, group) => sum + group.length, 0)
  if (total <= most) return groups
  const ascending = groups.toSorted((a, b) => a.length - b.length)
  let left = most
  let share = 0
  for (const [index, group] of ascending.entries()) {
    share = Math.floor(left / (ascending.length - index))
    if (group.length > share) break
    left -= group.length
  }
  problems.add({
    code: 'limit',
    message: `${total} occurrences overlap the window and at most ${most} are answered: of each event the first ${share}. Ask for a shorter window, or raise limits.occurrences.`,
  })
  return groups.map((group) =>
    group.length > share ? sortOccurrences([group]).slice(0, share) : group,
  )
}
