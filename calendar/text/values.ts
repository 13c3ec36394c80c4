/** Milliseconds in a nominal day. */
export const dayMs = 86_400_000

/**
 * A DATE or DATE-TIME as written (RFC 5545 sections 3.3.4 and 3.3.5), before a zone is applied.
 *
 * `wall` is the local time in ms since 1970, counted as if it were UTC. Local times can then be
 * compared and added without any zone, including the host's.
 */
export interface WrittenDate {
  wall: number
  /** Written without a time of day. */
  dateOnly: boolean
  /** Written with a `Z`, so `wall` is the instant itself. */
  utc: boolean
}

/** A DURATION (RFC 5545 section 3.3.6). Weeks and days are nominal, the rest is exact. */
export interface WrittenDuration {
  days: number
  ms: number
}

const duration =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?$/i

/**
 * Parses a DATE or DATE-TIME.
 *
 * It compares character codes, because a feed has several dates for each event and a regular expression
 * with groups takes four times as long.
 *
 * @returns undefined when the text is not a date, or not one that exists (February 30).
 */
export function parseDate(text: string): WrittenDate | undefined {
  const value = text.trim()
  const year = digits(value, 0, 4)
  const wall = wallOf(year, digits(value, 4, 2), digits(value, 6, 2))
  if (wall === undefined) return undefined
  if (value.length === 8) return {wall, dateOnly: true, utc: false}
  const utc = isLetter(value, value.length - 1, letterZ)
  const length = value.length - (utc ? 1 : 0)
  // Some exporters leave out the seconds.
  if (!isLetter(value, 8, letterT) || (length !== 15 && length !== 13)) return undefined
  const hour = digits(value, 9, 2)
  const minute = digits(value, 11, 2)
  const second = length === 15 ? digits(value, 13, 2) : 0
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return undefined
  // Section 3.3.12: without leap seconds, second 60 is read as 59.
  const time = (hour * 60 + minute) * 60 + Math.min(second, 59)
  return {wall: wall + time * 1000, dateOnly: false, utc}
}

const letterT = 0x54
const letterZ = 0x5a

function isLetter(text: string, at: number, upper: number): boolean {
  return (text.charCodeAt(at) & ~0x20) === upper
}

/** Parses `count` digits. Returns NaN if any of them is not a digit. */
function digits(text: string, from: number, count: number): number {
  let number = 0
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Returns midnight of a calendar date as if in UTC, or undefined when the date does not exist. */
function wallOf(year: number, month: number, day: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && isLeap ? 29 : monthDays[month - 1]
  if (last === undefined || !(year >= 0 && day >= 1 && day <= last)) return undefined
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return year > 99
    ? Date.UTC(year, month - 1, day)
    : new Date(0).setUTCFullYear(year, month - 1, day)
}

/**
 * Parses a DURATION. A negative one has negative parts.
 *
 * @returns undefined when the text is not a duration.
 */
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
