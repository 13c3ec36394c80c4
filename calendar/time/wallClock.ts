import {Temporal} from 'temporal-polyfill'
import type {Weekday} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'

/** What calendar and clock on a wall show at one instant. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM`, seconds cut off. */
  time: string
  weekday: Weekday
  /** From UTC, `+01:00`. */
  offset: string
}

/**
 * @param instant - UTC, `2024-03-28T13:00:00Z`, or with any offset
 * @param timeZone - IANA id
 * @throws RangeError when the instant or the zone is none
 * @example
 * wallClock('2024-03-28T13:00:00Z', 'Europe/Madrid')
 * // {date: '2024-03-28', time: '14:00', weekday: 'TH', offset: '+01:00'}
 */
export function wallClock(instant: string, timeZone: string): WallClock {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const date = zoned.toPlainDate().toString()
  return {
    date,
    time: zoned.toPlainTime().toString({smallestUnit: 'minute', roundingMode: 'trunc'}),
    weekday: weekdayOf(date),
    offset: zoned.offset,
  }
}
