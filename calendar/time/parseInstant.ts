import {startsWithDate} from './isCalendarDate.ts'

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

function textToMs(text: string, offset: boolean): number {
  const isInstant = format.test(text) && (offset || text.endsWith('Z')) && startsWithDate(text)
  return isInstant ? Date.parse(text) : Number.NaN
}
