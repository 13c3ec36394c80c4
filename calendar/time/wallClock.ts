import {Temporal} from 'temporal-polyfill'
import type {Weekday} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'

/** The local date and time at one instant. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM`, without seconds. */
  time: string
  weekday: Weekday
  /** Offset from UTC, such as `+01:00`. */
  offset: string
}

/**
 * Converts an instant to the local date and time in a time zone.
 *
 * @param instant - ISO 8601, UTC (`2024-03-28T13:00:00Z`) or with any offset
 * @param timeZone - IANA id
 * @throws RangeError when the instant or the zone is invalid
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
