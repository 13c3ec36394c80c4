import {weekdays, type Weekday} from '../time/recurrence.ts'

/**
 * Returns the days from a weekday to the next other one (`sign` 1) or the one before it (-1), 0 to 6.
 *
 * @example daysBetween('TU', 'WE', 1) // 1
 */
export function daysBetween(
  from: Weekday | undefined,
  to: Weekday | undefined,
  sign: 1 | -1,
): number | undefined {
  if (from === undefined || to === undefined) return undefined
  return (sign * (weekdays.indexOf(to) - weekdays.indexOf(from)) + 7) % 7
}
