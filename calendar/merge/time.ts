import {Temporal} from 'temporal-polyfill'

/** A time span in one of the three forms of `Occurrence`, with its position in milliseconds. */
export interface Span {
  start: string
  end: string
  allDay: boolean
  floating: boolean
  timeZone?: string
  /** Milliseconds since 1970, UTC. Dates and floating times are read in the requested zone. */
  startMs: number
  endMs: number
}

export interface Window {
  from: number
  to: number
  timeZone: string
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/**
 * Maximum time between two sources of the same event. If they differ by more, the outdated source shows
 * another event. It is also how far outside the window to look for items.
 */
export const maxTimeDifference = 31 * day

/** Maximum difference between two starts that can be one meeting, moved in one of two calendars. */
export const longestMove = 2 * hour

type Form = Pick<Span, 'start' | 'end' | 'allDay' | 'floating' | 'timeZone'>

export function spanOf({start, end, allDay, floating, timeZone}: Form, zone: string): Span {
  const form = {allDay, floating}
  return {
    start,
    end,
    ...form,
    ...(timeZone && {timeZone}),
    startMs: toMs(start, form, zone),
    endMs: toMs(end, form, zone),
  }
}

/**
 * Converts a time in any of the three forms to milliseconds.
 *
 * UTC times use `Date.parse`, which takes a fiftieth of the time that Temporal does. A result has
 * thousands of times.
 */
export function toMs(
  time: string,
  {allDay, floating}: {allDay: boolean; floating: boolean},
  zone: string,
): number {
  if (!allDay && !floating) return Date.parse(time)
  if (zone === 'UTC') return Date.parse(allDay ? time : `${time}Z`)
  return Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds
}

/** Creates a timed span with a length in minutes. */
export function timedSpan(start: string, minutes: number, timeZone: string): Span {
  const startMs = Date.parse(start)
  const endMs = startMs + minutes * minute
  const form = {allDay: false, floating: false, timeZone}
  return {start: instant(startMs), end: instant(endMs), ...form, startMs, endMs}
}

/**
 * Returns whether a span overlaps a window. RFC 5545 does not define windows, so the project does: they
 * are half-open, and an event without length belongs to exactly one of two adjacent windows.
 */
export function overlaps({startMs, endMs}: Span, {from, to}: Window): boolean {
  if (startMs === endMs) return from <= startMs && startMs < to
  return startMs < to && endMs > from
}

/**
 * Formats milliseconds since 1970 as a UTC instant without fractions.
 *
 * @example instant(0) // '1970-01-01T00:00:00Z'
 */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** Returns the local date (`YYYY-MM-DD`) in a time zone. */
export function dateIn(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
