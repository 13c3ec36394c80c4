import {Temporal} from 'temporal-polyfill'

/** A stretch of time in one of the three forms of `Occurrence`, and where it lies in milliseconds. */
export interface Span {
  start: string
  end: string
  allDay: boolean
  floating: boolean
  timeZone?: string
  /** Since 1970, UTC; dates and floating times as they read in the zone asked for. */
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
 * Sources that put one event at times further apart than this are not compared: by then whoever
 * still has the old time shows another event. It also says how far around a window to look.
 */
export const farthest = 31 * day

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
 * The milliseconds of a time in any of the three forms. `Date.parse` reads what is UTC already: it takes
 * a fiftieth of the time that Temporal does, and an answer holds thousands of times.
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

/** A timed span of so many minutes. */
export function timedSpan(start: string, minutes: number, timeZone: string): Span {
  const startMs = Date.parse(start)
  const endMs = startMs + minutes * minute
  const form = {allDay: false, floating: false, timeZone}
  return {start: instant(startMs), end: instant(endMs), ...form, startMs, endMs}
}

/** RFC 5545 has no word on windows; this is the project's: half-open, and an instant belongs once. */
export function overlaps({startMs, endMs}: Span, {from, to}: Window): boolean {
  if (startMs === endMs) return from <= startMs && startMs < to
  return startMs < to && endMs > from
}

/** @example instant(0) // '1970-01-01T00:00:00Z' */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** The date (`YYYY-MM-DD`) that a calendar on the wall shows. */
export function dateIn(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
