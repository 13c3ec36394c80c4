import {Temporal} from 'temporal-polyfill'
import {weekdays, type Weekday} from './recurrence.ts'

/**
 * Returns the weekday of a date.
 *
 * @param date - `YYYY-MM-DD`
 * @throws RangeError when the date is invalid
 * @example weekdayOf('2025-05-27') // 'TU'
 */
export function weekdayOf(date: string): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
  if (weekday === undefined) throw new RangeError(`${date} has no weekday`)
  return weekday
}
