import type {MergedEvent} from '@touchpoints/calendar'
import {keepFairly} from '@touchpoints/calendar/merge'
import type {Words} from '@touchpoints/words'
import {addDays, datesIn} from '@touchpoints/words/dates'

import {isStatic} from '../output.ts'
import {entryDates} from './entryDates.ts'

/** An event on one of its days. */
export interface DayEntry {
  event: MergedEvent
  /** Whether it began on an earlier day. */
  continued: boolean
}

export interface Day {
  /** `YYYY-MM-DD` */
  date: string
  entries: DayEntry[]
  /** Number of entries of this day that are not shown. */
  omitted: number
}

/** Maximum number of entries on one day. Each calendar has the same share of them. */
export const maxEntriesPerDay = 20

/**
 * Groups events by their local day in a time zone. Days without events are absent. All-day events and
 * floating times have no zone, so their day never changes.
 *
 * @param timeZone - IANA id of the zone shown
 * @param from - first date, `YYYY-MM-DD`, inclusive
 * @param to - last date, exclusive
 */
export function eventDays(
  events: readonly MergedEvent[],
  timeZone: string,
  from: string,
  to: string,
): Day[] {
  const days = new Map<string, DayEntry[]>()
  for (const event of events) {
    const [first, last] = span(event, timeZone)
    for (
      let date = first < from ? from : first;
      date <= last && date < to;
      date = addDays(date, 1)
    ) {
      const entries = days.get(date) ?? []
      entries.push({event, continued: date !== first})
      days.set(date, entries)
    }
  }
  return [...days]
    .map(([date, entries]) => shownDay(date, entries.sort(byTime(timeZone))))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function shownDay(date: string, all: DayEntry[]): Day {
  const entries = [...keepFairly(all, maxEntriesPerDay, [calendarOf])]
  return {date, entries, omitted: all.length - entries.length}
}

function calendarOf({event}: DayEntry): string {
  return event.calendarIds[0] ?? ''
}

/**
 * Returns every date of a period, with the events of those that have some: a static site has the days to which a
 * script moves the events of another zone.
 */
export function everyDay(days: readonly Day[], from: string, to: string): Day[] {
  const known = new Map(days.map((day) => [day.date, day]))
  const all: Day[] = []
  for (let date = from; date < to; date = addDays(date, 1))
    all.push(known.get(date) ?? {date, entries: [], omitted: 0})
  return all
}

/** Returns days for a list. An event of several days appears only on the first listed day. */
export function listEventsOnce(days: readonly Day[]): Day[] {
  return listEverywhere(days).filter(({entries}) => entries.length > 0)
}

/** Returns the same days with those on which nothing is listed. */
export function listEverywhere(days: readonly Day[]): Day[] {
  const seen = new Set<string>()
  return days.map(({date, entries, omitted}) => ({
    date,
    omitted,
    entries: entries.filter(({event}) => {
      const first = !seen.has(event.id)
      seen.add(event.id)
      return first
    }),
  }))
}

/** Writes the time of an event on a day: '14:00–15:00', 'All day', 'All day, until 9 Dec', 'until 02:00'. */
export function entryTime(
  {event, continued}: DayEntry,
  timeZone: string,
  {dates, say}: Words,
): string {
  if (event.allDay) {
    const last = addDays(event.end.slice(0, 10), -1)
    return last > event.start.slice(0, 10)
      ? say('cadence.until', {slot: say('calendar.allDay'), date: dates.shortDate(last)})
      : say('calendar.allDay')
  }
  if (event.floating) return dates.localRange(event.start, event.end)
  if (continued) return say('calendar.until', {time: dates.clock(event.end, timeZone)})
  return dates.clockRange(event.start, event.end, timeZone)
}

/** Returns the first and last date of an event. */
function span(event: MergedEvent, timeZone: string): [string, string] {
  if (event.allDay) {
    const last = addDays(event.end.slice(0, 10), -1)
    return [event.start.slice(0, 10), last < event.start ? event.start.slice(0, 10) : last]
  }
  if (event.floating) {
    const last = endsAtMidnight(event.end) ? addDays(event.end.slice(0, 10), -1) : event.end
    return ordered(event.start.slice(0, 10), last.slice(0, 10))
  }
  return entryDates(event, timeZone)
}

function ordered(first: string, last: string): [string, string] {
  return [first, last < first ? first : last]
}

function endsAtMidnight(local: string): boolean {
  return /T00:00(:00)?/.test(local)
}

function byTime(timeZone: string) {
  return (a: DayEntry, b: DayEntry): number =>
    sortKey(a, timeZone).localeCompare(sortKey(b, timeZone))
}

function sortKey(entry: DayEntry, timeZone: string): string {
  const time = entryPlace(entry, timeZone)
  return `${time === '' ? 0 : 1} ${time} ${entry.event.title}`
}

/** Returns the time that places an entry in its day, '14:00'. Empty for one that comes first. */
export function entryPlace({event, continued}: DayEntry, timeZone: string): string {
  if (event.allDay || continued) return ''
  return event.floating ? event.start.slice(11, 16) : localTime(event.start, timeZone)
}

/** What a static site has of an entry, so that a script can move it to the day of another zone. */
export interface EntryFacts {
  /** Its place in its day. */
  at: string
  /** The event. Absent for an entry that never moves. */
  moves?: MergedEvent
}

/** Undefined on a server, which divides days itself. */
export function entryFacts(
  entry: DayEntry,
  timeZone: string,
  asFile: boolean = isStatic,
): EntryFacts | undefined {
  if (!asFile) return undefined
  const {event} = entry
  const at = entryPlace(entry, timeZone)
  return event.allDay || event.floating ? {at} : {at, moves: event}
}

/** Returns a time that sorts as text in each language: '14:00'. */
function localTime(instant: string, timeZone: string): string {
  return datesIn('en').clock(instant, timeZone)
}
