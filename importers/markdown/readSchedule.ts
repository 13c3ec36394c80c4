import {wallClock, weekdayNames, weekdayOf} from '@touchpoints/calendar/time'

import {instantOf, namedOffset, readDate, readTime, zoneOf} from './sessionTime.ts'
import type {Context} from './readers/reader.ts'

export interface Schedule {
  _type: 'schedule'
  start: string
  timeZone: string
  minutes: number
}

/**
 * Parses a date and a time into an instant in a zone. Reports mistakes of the page as findings. Returns
 * undefined when the date or the time is missing.
 *
 * @param zone - abbreviation for a time without one, such as from a table's header
 */
export function readSchedule(
  text: string,
  line: number,
  {out, year, zone: central}: Context,
  zone = 'UTC',
): Schedule | undefined {
  const written = readDate(text, year)
  const time = readTime(text)
  if (!written || !time) return undefined
  const abbreviation = time.zone ?? zone
  const timeZone = zoneOf(abbreviation, central) ?? 'UTC'
  const start = instantOf(written.date, time.time, timeZone)
  if (start === undefined) return undefined
  const actual = weekdayOf(written.date)
  if (written.weekday && actual && written.weekday !== actual) {
    out.finding(
      line,
      `${written.date} is a ${weekdayNames[actual]}, not a ${weekdayNames[written.weekday]}. The date was used.`,
    )
  }
  if (time.impossible) {
    out.finding(line, `"${time.impossible}" is not a valid time. It was read as ${time.time}.`)
  }
  const {offset} = wallClock(start, timeZone)
  const named = namedOffset(abbreviation)
  if (named && named !== offset) {
    out.finding(
      line,
      `On ${written.date}, ${timeZone} does not use ${abbreviation}. ${time.time} was read as local time in ${timeZone} (${start}). Correct it if ${abbreviation} is right.`,
    )
  }
  return {_type: 'schedule', start, timeZone, minutes: time.minutes ?? 60}
}
