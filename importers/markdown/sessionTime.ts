import {
  instantFromWallClock,
  isCalendarDate,
  type Weekday,
  weekdays,
} from '@touchpoints/calendar/time'

const months =
  'january february march april may june july august september october november december'.split(' ')

/**
 * Time zones by abbreviation. People use "CET" and "GMT" all year for local time in a place, so the place
 * is stored.
 */
const places: Record<string, string> = {
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  GMT: 'Europe/London',
  BST: 'Europe/London',
  UTC: 'UTC',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  JST: 'Asia/Tokyo',
  IST: 'Asia/Kolkata',
}

/**
 * Returns the time zone of an abbreviation.
 *
 * @param central - zone of the page's own calendar, used for "CET"
 */
export function zoneOf(abbreviation: string, central?: string): string | undefined {
  const zone = places[abbreviation.toUpperCase()]
  return zone === 'Europe/Berlin' && central?.startsWith('Europe/') ? central : zone
}

/** Offsets of abbreviations that people also use in the other half of the year. */
const offsets: Record<string, string> = {
  CET: '+01:00',
  CEST: '+02:00',
  GMT: '+00:00',
  BST: '+01:00',
}

export function namedOffset(abbreviation: string): string | undefined {
  return offsets[abbreviation.toUpperCase()]
}

export interface WrittenDate {
  /** `YYYY-MM-DD` */
  date: string
  /** The written weekday, if any. */
  weekday?: Weekday
}

/**
 * Parses a date: `2025-02-13`, "Thursday, February 13", "March, Thursday 28th" or "12 April 2024".
 *
 * @param year - year for dates without one
 */
export function readDate(text: string, year: string): WrittenDate | undefined {
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1]
  const day = /\b(mon|tues|wednes|thurs|fri|satur|sun)day/i.exec(text)?.[1]
  const weekday = weekdays.find((each) => each === day?.slice(0, 2).toUpperCase())
  const date = iso ?? spelled(text, year)
  if (date === undefined || !isCalendarDate(date)) return undefined
  return {date, ...(weekday && {weekday})}
}

function spelled(text: string, year: string): string | undefined {
  const words = text.toLowerCase()
  const month = months.findIndex((name) => words.includes(name)) + 1
  const number = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.]\d)(?!\s*[ap]m)/.exec(words)?.[1]
  if (month === 0 || number === undefined) return undefined
  const inYear = /\b(20\d{2})\b/.exec(words)?.[1] ?? year
  return `${inYear}-${String(month).padStart(2, '0')}-${number.padStart(2, '0')}`
}

export interface WrittenTime {
  /** `HH:MM`, 24 hours. */
  time: string
  minutes?: number
  /** The written abbreviation of the zone. */
  zone?: string
  /** The written time when no clock shows it, such as "18:00 PM". */
  impossible?: string
}

/** Parses a time: "5:30 to 6:30 pm CET", "12:00 PM GMT", "18:00 PM" or "11:00". */
export function readTime(text: string): WrittenTime | undefined {
  const pattern =
    /\b(\d{1,2})[:.](\d{2})\s*([ap]m)?(?:\s*(?:to|-|–|until)\s*(\d{1,2})[:.](\d{2})\s*([ap]m)?)?(?:\s*\(?([A-Z]{2,4})\b)?/i
  const match = pattern.exec(text)
  if (!match) return undefined
  const [matched, hour = '', minute = '', half, endHour, endMinute = '00', endHalf, zone] = match
  const start = clock(hour, minute, half ?? endHalf)
  if (start === undefined) return undefined
  const end = endHour === undefined ? undefined : clock(endHour, endMinute, endHalf)
  const known = zone !== undefined && zoneOf(zone) !== undefined
  return {
    time: `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`,
    ...(end !== undefined && {minutes: (end - start + 1440) % 1440 || 60}),
    ...(known && {zone}),
    ...(half && Number(hour) > 12 && {impossible: matched.trim()}),
  }
}

function clock(hour: string, minute: string, half: string | undefined): number | undefined {
  const [h, m] = [Number(hour), Number(minute)]
  if (h > 23 || m > 59) return undefined
  const noonBased =
    half === undefined || h > 12 ? h : (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return noonBased * 60 + m
}

/** Returns the instant of a local date and time: the earlier one when it exists twice or not at all. */
export function instantOf(date: string, time: string, zone: string): string | undefined {
  const reading = instantFromWallClock(date, time, zone)
  if (reading.kind === 'invalid') return undefined
  return reading.kind === 'instant' ? reading.instant : reading.earlier
}
