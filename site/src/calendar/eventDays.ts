import type {MergedEvent} from '@touchpoints/calendar'
import {keepFairly} from '@touchpoints/calendar/merge'
import type {Words} from '@touchpoints/words'
import {addDays, dateKey, datesIn} from '@touchpoints/words/dates'

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

/** Returns days for a list. An event of several days appears only on the first listed day. */
export function listEventsOnce(days: readonly Day[]): Day[] {
  const seen = new Set<string>()
  return days
    .map(({date, entries, omitted}) => ({
      date,
      omitted,
      entries: entries.filter(({event}) => {
        const first = !seen.has(event.id)
        seen.add(event.id)
        return first
      }),
    }))
    .filter(({entries}) => entries.length > 0)
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
  // An event that ends at midnight does not include the next day.
  const end = new Date(Math.max(Date.parse(event.start), Date.parse(event.end) - 1)).toISOString()
  return ordered(dateKey(event.start, timeZone), dateKey(end, timeZone))
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

function sortKey({event, continued}: DayEntry, timeZone: string): string {
  if (event.allDay || continued) return `0 ${event.title}`
  const time = event.floating ? event.start.slice(11, 16) : localTime(event.start, timeZone)
  return `1 ${time} ${event.title}`
}

/** Returns a time that sorts as text in each language: '14:00'. */
function localTime(instant: string, timeZone: string): string {
  return datesIn('en').clock(instant, timeZone)
}
