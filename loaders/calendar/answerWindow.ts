import {formatEpoch} from './formatEpoch.ts'
import {ProblemList} from './problemList.ts'
import {sortFound} from './sortFound.ts'
import type {Description} from './describe.ts'
import type {Frame} from './frame.ts'
import type {CalendarLimits} from './limits.ts'
import type {Found, Series} from './series.ts'
import type {Occurrence, OccurrencesAnswer} from './types.ts'
import type {Window} from './window.ts'

/**
 * Finds what overlaps the window, within the limits, and writes it out.
 *
 * @param most - The most occurrences that the caller wants: the earliest.
 */
export function answerWindow(
  series: readonly Series[],
  window: Window,
  limits: CalendarLimits,
  most: number | undefined,
  describe: (frame: Frame) => Description,
): OccurrencesAnswer {
  const problems = new ProblemList()
  const groups = collect(series, window, limits, problems)
  const found = sortFound(cutFairly(groups, limits.occurrences, problems).flat())
  if (most !== undefined && found.length > most) {
    problems.add({
      code: 'limit',
      message: `${found.length} occurrences overlap the window; the first ${most} are answered, as the limit asks.`,
    })
    found.length = most
  }
  return {
    occurrences: found.map((one) => occurrenceOf(one, describe(one.frame))),
    problems: problems.toArray(),
  }
}

function collect(
  series: readonly Series[],
  window: Window,
  limits: CalendarLimits,
  problems: ProblemList,
): Found[][] {
  const budget = {left: limits.steps}
  const groups: Found[][] = []
  const sparseFirst = [...series.filter(({dense}) => !dense), ...series.filter(({dense}) => dense)]
  for (const one of sparseFirst) {
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
    if (found.length > 0) groups.push(found)
  }
  return groups
}

/**
 * Keeps an answer within its limit by shortening the events that recur most, all to the same count: an
 * event every second must not push out the one meeting that somebody looks for.
 */
function cutFairly(groups: Found[][], most: number, problems: ProblemList): Found[][] {
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
  return groups.map((group) => (group.length > share ? sortFound(group).slice(0, share) : group))
}

/** A zone is shown where it says more than the Z. */
const utcNames = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'])

/** Written field by field: spreading what may be absent took a third of an answer's time. */
function occurrenceOf(found: Found, text: Description): Occurrence {
  const {frame, like, from, to, id} = found
  const occurrence: Occurrence = {
    uid: frame.uid,
    title: text.title,
    start: formatEpoch(from, like),
    end: formatEpoch(to, like),
    allDay: like.kind === 'date',
    floating: like.kind === 'floating',
    status: text.status,
    categories: text.categories.slice(),
  }
  const zone = like.kind === 'timed' ? like.zone.id : undefined
  if (id !== undefined) {
    const form = frame.recurrenceId ?? like
    const isStart = id === from && form.kind === like.kind
    occurrence.recurrenceId = isStart ? occurrence.start : formatEpoch(id, form)
  }
  if (zone !== undefined && !utcNames.has(zone)) occurrence.timeZone = zone
  if (text.location !== undefined) occurrence.location = text.location
  if (text.description !== undefined) occurrence.description = text.description
  if (text.url !== undefined) occurrence.url = text.url
  if (text.joinUrl !== undefined) occurrence.joinUrl = text.joinUrl
  if (text.organizer !== undefined) occurrence.organizer = {...text.organizer}
  return occurrence
}
