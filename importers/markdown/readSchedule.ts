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
 * Date and time as written, as an instant in a zone; what the page got wrong about them becomes a finding.
 * Undefined when either is missing.
 *
 * @param zone - an abbreviation that holds where the time itself has none, as a table's header may
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
      `${written.date} is a ${weekdayNames[actual]}, not a ${weekdayNames[written.weekday]}: the date was kept.`,
    )
  }
  if (time.impossible) {
    out.finding(line, `"${time.impossible}" is no time of day: it was read as ${time.time}.`)
  }
  const {offset} = wallClock(start, timeZone)
  const named = namedOffset(abbreviation)
  if (named && named !== offset) {
    out.finding(
      line,
      `On ${written.date} the clocks in ${timeZone} are not on ${abbreviation}: ${time.time} was read as the time they show (${start}). Correct it if ${abbreviation} was really meant.`,
    )
  }
  return {_type: 'schedule', start, timeZone, minutes: time.minutes ?? 60}
}
