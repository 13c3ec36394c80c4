import {fairShare} from '../fairness.ts'
import {ProblemList} from '../problemList.ts'
import {sortOccurrences} from './sortOccurrences.ts'
import {writeOccurrence} from './writeOccurrence.ts'
import type {EventTiming} from '../series/eventTiming.ts'
import type {CalendarLimits} from '../limits.ts'
import type {OccurrenceTimes, Series} from '../series/series.ts'
import type {Occurrence, OccurrencesResult} from '../types.ts'
import type {Window} from './window.ts'

/**
 * Returns the occurrences that overlap the window, within the limits.
 *
 * @param series - In the order for occurrences with the same start.
 * @param max - Maximum number of occurrences to return; the earliest are kept.
 * @param templateOf - Returns the fields that the occurrences of a VEVENT share, without times.
 */
export function occurrencesInWindow(
  series: readonly Series[],
  window: Window,
  limits: CalendarLimits,
  max: number | undefined,
  templateOf: (timing: EventTiming) => Occurrence,
): OccurrencesResult {
  const problems = new ProblemList()
  const groups = collect(series, window, limits, problems)
  const occurrences = sortOccurrences(cutFairly(groups, limits.occurrences, problems))
  if (max !== undefined && occurrences.length > max) {
    problems.add({
      code: 'limit',
      message: `${occurrences.length} occurrences overlap the window. The first ${max} are returned, because of the limit option.`,
    })
    occurrences.length = max
  }
  const written = occurrences.map((one) => writeOccurrence(one, templateOf(one.timing)))
  reportUnsafeUrls(occurrences, problems)
  return {occurrences: written, problems: problems.toArray()}
}

function reportUnsafeUrls(occurrences: readonly OccurrenceTimes[], problems: ProblemList): void {
  const timings = new Set<EventTiming>()
  for (const {timing} of occurrences) if (timing.unsafeUrl !== undefined) timings.add(timing)
  for (const {unsafeUrl = '', uid, component} of timings) {
    problems.add({
      code: 'unsafe-link',
      line: component.line,
      uid,
      message: `The URL "${unsafeUrl.slice(0, 80)}" of this event is left out, because it cannot become a link. Use a complete https: address without a user name.`,
    })
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
    const {occurrences, cut} = one.between(window, limits.occurrencesPerEvent, budget)
    if (cut !== undefined) {
      problems.add({
        code: 'limit',
        line: one.line,
        uid: one.uid,
        message:
          cut === 'occurrences'
            ? `The event recurs more than ${limits.occurrencesPerEvent} times in the window. Only the earliest are returned. Use a shorter window, or raise limits.occurrencesPerEvent.`
            : `Stopped after checking ${limits.steps} candidate times, so later occurrences of the event may be missing. Use a shorter window, or raise limits.steps.`,
      })
    }
    groups[at] = occurrences
  }
  return groups.filter((occurrences) => occurrences.length > 0)
}

/**
 * Keeps a result within its limit by shortening the events that recur most, all to the same count.
 *
 * An event every second must not push out a single meeting.
 */
function cutFairly(
  groups: OccurrenceTimes[][],
  max: number,
  problems: ProblemList,
): OccurrenceTimes[][] {
  const total = groups.reduce((sum, group) => sum + group.length, 0)
  if (total <= max) return groups
  const counts = groups.map(({length}) => length)
  const share = fairShare(counts, max)
  problems.add({
    code: 'limit',
    message: `${total} occurrences overlap the window, more than the limit of ${max}. The first ${share} of each event are returned, and of the others the earliest. Use a shorter window, or raise limits.occurrences.`,
  })
  const cut = groups.flatMap((group, index) => {
    const sorted = group.length > share ? sortOccurrences([group]) : group
    return sorted.map((one, rank) => ({one, index, rank}))
  })
  // Places that are left after each event has its share go to the earliest of the rest.
  const first = cut.filter(({rank}) => rank < share)
  const rest = cut
    .filter(({rank}) => rank >= share)
    .sort((a, b) => a.one.from - b.one.from)
    .slice(0, max - first.length)
  const kept = Map.groupBy([...first, ...rest], ({index}) => index)
  return [...kept].sort(([a], [b]) => a - b).map(([, entries]) => entries.map(({one}) => one))
}
