/** The number of milliseconds in a nominal day. */
export const dayMs = 86_400_000

/**
 * A DATE or DATE-TIME as written (RFC 5545 sections 3.3.4 and 3.3.5), before any zone is applied.
 * `wall` is the local time counted as if it were UTC, in ms since 1970: local times can then be
 * compared and added to without a zone, and without the host's.
 */
export interface WrittenDate {
  wall: number
  /** No time of day was written. */
  dateOnly: boolean
  /** Written with a `Z`: `wall` is the instant itself. */
  utc: boolean
}

/** A DURATION (RFC 5545 section 3.3.6): weeks and days are nominal, the rest is exact. */
export interface WrittenDuration {
  days: number
  ms: number
}

const written = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i
const duration =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?$/i

/** @returns undefined for what is no date, or no date of the calendar (February 30). */
export function parseDate(value: string): WrittenDate | undefined {
  const match = written.exec(value.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zulu] = match
  const wall = wallOf(Number(year), Number(month), Number(day))
  if (wall === undefined) return undefined
  if (hour === undefined) return {wall, dateOnly: true, utc: false}
  // Section 3.3.12: who has no leap seconds reads second 60 as 59.
  const seconds = Math.min(Number(second ?? 0), 59)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined
  const time = (Number(hour) * 60 + Number(minute)) * 60 + seconds
  return {wall: wall + time * 1000, dateOnly: false, utc: zulu !== undefined}
}

/** Midnight of a calendar date as if in UTC; undefined when there is no such date. */
function wallOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.getTime()
}

/** @returns undefined for what is no duration; a negative one has negative parts. */
export function parseDuration(value: string): WrittenDuration | undefined {
  const match = duration.exec(value.trim())
  if (!match) return undefined
  const [, sign, weeks, days, hours, minutes, seconds] = match
  if ([weeks, days, hours, minutes, seconds].every((part) => part === undefined)) return undefined
  const factor = sign === '-' ? -1 : 1
  const exact = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)
  return {
    days: factor * (Number(weeks ?? 0) * 7 + Number(days ?? 0)),
    ms: factor * exact * 1000,
  }
}
