import {Overrides, supersedes} from './overrides.ts'
import {RecurringEvent, SingleEvent} from './series.ts'
import type {EventTiming} from './eventTiming.ts'
import type {ProblemList} from '../problemList.ts'
import type {Series} from './series.ts'

interface Group {
  master?: EventTiming
  overrides: EventTiming[]
}

/**
 * Groups events and their changed occurrences by UID, across all VCALENDARs of the text.
 *
 * A UID is globally unique (RFC 5545 section 3.8.4.7). Of several revisions of an event, the newest is
 * used. Two with the same revision and different times are a mistake in the feed, and reported.
 *
 * @returns series sorted by UID, then by position in the text. Occurrences with the same start are
 *   returned in this order, so it is computed once for all windows.
 */
export function groupSeries(timings: readonly EventTiming[], problems: ProblemList): Series[] {
  const groups = new Map<string, Group>()
  const series: Series[] = []
  for (const timing of timings) {
    if (timing.anonymous) {
      series.push(
        ...seriesOf(
          timing.recurrenceId ? {overrides: [timing]} : {master: timing, overrides: []},
          problems,
        ),
      )
      continue
    }
    const group = groups.get(timing.uid)
    if (group) addTo(group, timing, problems)
    else
      groups.set(
        timing.uid,
        timing.recurrenceId ? {overrides: [timing]} : {master: timing, overrides: []},
      )
  }
  for (const group of groups.values()) series.push(...seriesOf(group, problems))
  return series.sort(byUid)
}

function byUid(a: Series, b: Series): number {
  if (a.uid !== b.uid) return a.uid < b.uid ? -1 : 1
  return a.line - b.line
}

/** Builds the series of a group. A changed occurrence without its main event becomes an event of its own. */
function seriesOf({master, overrides}: Group, problems: ProblemList): Series[] {
  const [first] = overrides
  if (!master) {
    if (!first) return []
    return new Overrides(overrides, first.recurrenceId ?? first.start).timings.map(
      (timing) => new SingleEvent(timing),
    )
  }
  const isSingle =
    master.rules.length === 0 && master.rdates.length === 0 && master.exdates.length === 0
  return [
    first || !isSingle ? new RecurringEvent(master, overrides, problems) : new SingleEvent(master),
  ]
}

function addTo(group: Group, timing: EventTiming, problems: ProblemList): void {
  if (timing.recurrenceId) {
    group.overrides.push(timing)
    return
  }
  const {master} = group
  if (master && master.sequence === timing.sequence && master.start.wall !== timing.start.wall) {
    problems.add({
      code: 'bad-component',
      line: timing.component.line,
      uid: timing.uid,
      message: `Two events have this UID and the same SEQUENCE but different start times (the other is in line ${master.component.line}). Only the newer one is shown. Give each event its own UID.`,
    })
  }
  if (!master || supersedes(timing, master)) group.master = timing
}
