import {Overrides, supersedes} from './overrides.ts'
import {RecurringEvent, SingleEvent} from './series.ts'
import type {EventTiming} from './eventTiming.ts'
import type {ProblemList} from '../problemList.ts'
import type {Series} from './series.ts'

interface Group {
  /** The events of the newest revision by their start, a local time. More than one is a mistake. */
  events: Map<number, EventTiming>
  overrides: EventTiming[]
}

/**
 * Groups events and their changed occurrences by UID, across all VCALENDARs of the text.
 *
 * A UID is globally unique (RFC 5545 section 3.8.4.7). Of several revisions of an event, the newest is
 * used. Several events with one revision (SEQUENCE and DTSTAMP) and different starts are a mistake in the
 * feed: none is newer, so all are shown, and it is reported.
 *
 * @returns series sorted by UID, then by position in the text. Occurrences with the same start are
 *   returned in this order, so it is computed once for all windows.
 */
export function groupSeries(timings: readonly EventTiming[], problems: ProblemList): Series[] {
  const groups = new Map<string, Group>()
  const anonymous: Group[] = []
  for (const timing of timings) {
    if (timing.anonymous) {
      anonymous.push(groupOf(timing))
      continue
    }
    const group = groups.get(timing.uid)
    if (group) addTo(group, timing, problems)
    else groups.set(timing.uid, groupOf(timing))
  }
  return [...anonymous, ...groups.values()]
    .flatMap((group) => seriesOf(group, problems))
    .sort(byUid)
}

function groupOf(timing: EventTiming): Group {
  if (timing.recurrenceId) return {events: new Map(), overrides: [timing]}
  return {events: new Map([[timing.start.wall, timing]]), overrides: []}
}

function byUid(a: Series, b: Series): number {
  if (a.uid !== b.uid) return a.uid < b.uid ? -1 : 1
  return a.line - b.line
}

/** Builds the series of a group. A changed occurrence without its main event becomes an event of its own. */
function seriesOf({events, overrides}: Group, problems: ProblemList): Series[] {
  const [master, ...slots] = events.values()
  const [first] = overrides
  if (!master) {
    if (!first) return []
    return new Overrides(overrides, first.recurrenceId ?? first.start).timings.map(
      (timing) => new SingleEvent(timing),
    )
  }
  for (const override of overrides) override.main = master
  return [eventOf(master, overrides, problems), ...slots.map((slot) => eventOf(slot, [], problems))]
}

function eventOf(
  event: EventTiming,
  overrides: readonly EventTiming[],
  problems: ProblemList,
): Series {
  const isSingle =
    event.rules.length === 0 && event.rdates.length === 0 && event.exdates.length === 0
  return overrides.length > 0 || !isSingle
    ? new RecurringEvent(event, overrides, problems)
    : new SingleEvent(event)
}

function addTo(group: Group, timing: EventTiming, problems: ProblemList): void {
  if (timing.recurrenceId) {
    group.overrides.push(timing)
    return
  }
  const {events} = group
  const [newest] = events.values()
  if (newest && !isSameRevision(newest, timing)) {
    if (!supersedes(timing, newest)) return
    events.clear()
  } else if (newest && !events.has(timing.start.wall)) {
    problems.add({
      code: 'bad-component',
      line: timing.component.line,
      uid: timing.uid,
      message: `Several events have the UID "${timing.uid.slice(0, 80)}" and the same SEQUENCE and DTSTAMP but different start times (the first is in line ${newest.component.line}). All are shown. Give each event its own UID.`,
    })
  }
  events.set(timing.start.wall, timing)
}

function isSameRevision(a: EventTiming, b: EventTiming): boolean {
  return a.sequence === b.sequence && a.stamp === b.stamp
}
