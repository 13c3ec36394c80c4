import {startsWithDate, twoDigits} from './isCalendarDate.ts'

const format = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/**
 * Parses an ISO 8601 instant in UTC, with `Z`. Seconds and their fractions are optional.
 *
 * `Date.parse` alone reads `2024-03-28T13:00:00` as the host's local time, and `2024-02-30T00:00:00Z`
 * as the first of March.
 *
 * @param value - text or Date; an invalid Date returns undefined
 * @param options.offset - also accept an offset such as `+01:00` instead of `Z`. Defaults to false.
 * @returns milliseconds since 1970, or undefined for anything else
 * @example parseInstant('2024-03-28T13:00:00Z') // 1711630800000
 */
export function parseInstant(
  value: string | Date,
  {offset = false}: {offset?: boolean} = {},
): number | undefined {
  const ms = value instanceof Date ? value.getTime() : textToMs(value, offset)
  return Number.isNaN(ms) ? undefined : ms
}

/**
 * Returns whether `parseInstant` reads a text, in a third of its time: each document of a result has an instant.
 *
 * @example isInstant('2024-03-28T13:00:00Z') // true
 */
export function isInstant(text: string): boolean {
  if (!isWritten(text, false)) return false
  const isTime =
    twoDigits(text, 11) < 24 &&
    twoDigits(text, 14) < 60 &&
    (text[16] !== ':' || twoDigits(text, 17) < 60)
  // 24:00 is the end of a day.
  return isTime || !Number.isNaN(Date.parse(text))
}

function textToMs(text: string, offset: boolean): number {
  return isWritten(text, offset) ? Date.parse(text) : Number.NaN
}

function isWritten(text: string, offset: boolean): boolean {
  return format.test(text) && (offset || text.endsWith('Z')) && startsWithDate(text)
}
