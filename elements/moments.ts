import type {PublishedEvent} from 'touchpoints/events-json'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a format costs about 50 µs, and a month asks for hundreds. */
export function formatOf(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** The date on a wall in that zone, `YYYY-MM-DD`. */
export function dateIn(ms: number, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return formatOf('sv-SE', {timeZone, dateStyle: 'short'}).format(ms)
}

/**
 * Start and end in milliseconds of the epoch. All-day and floating events have no instant of their
 * own: they are on when the clock of the zone shown says so.
 */
export function spanOf(event: PublishedEvent, timeZone: string): {start: number; end: number} {
  const {allDay, floating} = event
  if (!allDay && !floating) return {start: Date.parse(event.start), end: Date.parse(event.end)}
  return {start: fromWall(event.start, timeZone), end: fromWall(event.end, timeZone)}
}

function fromWall(wall: string, timeZone: string): number {
  const asUtc = Date.parse(wall.includes('T') ? `${wall}Z` : `${wall}T00:00:00Z`)
  // Twice, for the first guess can lie on the other side of a clock change.
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return asUtc - offsetAt(guess, timeZone)
}

function offsetAt(ms: number, timeZone: string): number {
  const format = formatOf('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'})
  return Date.parse(`${format.format(ms).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000
}

/** The dates an event takes up in a zone, first to last. */
export function datesOf(event: PublishedEvent, timeZone: string): {first: string; last: string} {
  if (event.allDay) return {first: event.start, last: addDays(event.end, -1)}
  if (event.floating) {
    return {first: event.start.slice(0, 10), last: lastDate(event.start, event.end)}
  }
  const {start, end} = spanOf(event, timeZone)
  return {first: dateIn(start, timeZone), last: dateIn(Math.max(start, end - 1), timeZone)}
}

/** What ends at midnight does not reach into the day that begins then. */
function lastDate(start: string, end: string): string {
  const date = end.slice(0, 10)
  return end > start && end.endsWith('T00:00:00') ? addDays(date, -1) : date
}

/** @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** @example addMonths('2024-12', 1) // '2025-01' */
export function addMonths(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Whole weeks that hold a month, Monday first (ISO 8601). */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = addDays(first, -weekday)
  const weeks: string[][] = []
  for (let day = start; day.slice(0, 7) <= month; day = addDays(day, 7)) {
    weeks.push(Array.from({length: 7}, (_, index) => addDays(day, index)))
  }
  return weeks
}
