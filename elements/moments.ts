import type {PublishedEvent} from 'touchpoints/events-json'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Returns a cached format. Creating one takes about 50 µs, and a month uses hundreds. */
export function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const cached = formats.get(key)
  if (cached) return cached
  const format = new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

/** Returns the local date in a time zone, `YYYY-MM-DD`. */
export function dateIn(ms: number, timeZone: string): string {
  // Swedish dates have the ISO 8601 format.
  return formatOf('sv-SE', {timeZone, dateStyle: 'short'}).format(ms)
}

/**
 * Returns start and end in milliseconds since the epoch. All-day and floating events have no fixed
 * instant: they follow local time in `timeZone`.
 */
export function spanOf(event: PublishedEvent, timeZone: string): {start: number; end: number} {
  const {allDay, floating} = event
  if (!allDay && !floating) return {start: Date.parse(event.start), end: Date.parse(event.end)}
  return {start: fromLocalTime(event.start, timeZone), end: fromLocalTime(event.end, timeZone)}
}

function fromLocalTime(local: string, timeZone: string): number {
  const asUtc = Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)
  // Two steps: the first estimate can be on the other side of a clock change.
  const estimate = asUtc - offsetAt(asUtc, timeZone)
  return asUtc - offsetAt(estimate, timeZone)
}

function offsetAt(ms: number, timeZone: string): number {
  const format = formatOf('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'})
  return Date.parse(`${format.format(ms).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000
}

interface EventDates {
  first: string
  last: string
}

const cachedDates = new WeakMap<PublishedEvent, {timeZone: string; dates: EventDates}>()

/** Returns an event's first and last date in a time zone. Cached, because a month asks for each of its days. */
export function datesOf(event: PublishedEvent, timeZone: string): EventDates {
  const cached = cachedDates.get(event)
  if (cached?.timeZone === timeZone) return cached.dates
  const dates = readDates(event, timeZone)
  cachedDates.set(event, {timeZone, dates})
  return dates
}

function readDates(event: PublishedEvent, timeZone: string): EventDates {
  if (event.allDay) return {first: event.start, last: addDays(event.end, -1)}
  if (event.floating) {
    return {first: event.start.slice(0, 10), last: lastDate(event.start, event.end)}
  }
  const {start, end} = spanOf(event, timeZone)
  return {first: dateIn(start, timeZone), last: dateIn(Math.max(start, end - 1), timeZone)}
}

/** An event that ends at midnight does not include the next day. */
function lastDate(start: string, end: string): string {
  const date = end.slice(0, 10)
  return end > start && end.endsWith('T00:00:00') ? addDays(date, -1) : date
}

/** Adds days to a date. @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Adds months to a month. @example addMonths('2024-12', 1) // '2025-01' */
export function addMonths(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Returns how many days a date is after a Monday: weeks start on Monday (ISO 8601). */
export function daysAfterMonday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** Returns the seven days of a date's week. */
export function weekOf(date: string): string[] {
  const monday = addDays(date, -daysAfterMonday(date))
  return Array.from({length: 7}, (_, index) => addDays(monday, index))
}

/** Returns the whole weeks that contain a month. */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = []
  let week = weekOf(`${month}-01`)
  while (week.some((date) => date.startsWith(month))) {
    weeks.push(week)
    week = week.map((date) => addDays(date, 7))
  }
  return weeks
}

/** Whether the clocks of a zone change on a date, so that a time can occur twice or not at all. */
export function changesClocks(date: string, timeZone: string): boolean {
  const [start, end] = [date, addDays(date, 1)].map((day) => fromLocalTime(day, timeZone))
  return (end ?? 0) - (start ?? 0) !== 86_400_000
}
