/** iCalendar weekdays (RFC 5545 section 3.3.10), Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Week or business day of the month; -1 is the last. */
export const ordinals = [1, 2, 3, 4, 5, -1, -2, -3] as const
export type Ordinal = (typeof ordinals)[number]

/**
 * One slot of a cadence, as data: "Thursdays at 12:00 in London".
 *
 * The time is a wall clock time in a zone, so a meeting at noon stays at noon when the clocks change.
 *
 * @example
 * {frequency: 'weekly', interval: 2, weekdays: ['TH'], time: '12:00',
 *  timeZone: 'Europe/London', startDate: '2025-01-09'}
 */
export interface Recurrence {
  frequency: 'weekly' | 'monthly'
  /** Number of weeks or months between meetings, 1 to 52. */
  interval: number
  /** For weekly, an empty list means the weekday of `startDate`. Empty for dates and business days. */
  weekdays: readonly Weekday[]
  /** Only for weekly: the parity of the ISO calendar weeks in which it meets. A stored `null` means all. */
  weeks?: 'odd' | 'even' | null
  /**
   * Only for monthly. `date`: the day of the month of `startDate`. `weekday`: `ordinals` and `weekdays`,
   * such as the 1st and 3rd Thursday. `businessDay`: `ordinals` count Monday to Friday.
   */
  monthlyOn?: 'date' | 'weekday' | 'businessDay' | null
  /** Only for monthly. 5 skips the months without a fifth one. */
  ordinals?: readonly Ordinal[] | null
  /**
   * Days after that weekday, -6 to 6: the Wednesday after the 4th Tuesday is 1. Only for `weekday`. It can be in
   * the next month. Intervals are counted from the month of the weekday.
   */
  dayOffset?: number | null
  /** Wall clock time, `HH:MM`, 00:00 to 23:59. */
  time: string
  /** IANA id. */
  timeZone: string
  /** `YYYY-MM-DD`: the first date, from which intervals are counted. */
  startDate: string
  /** `YYYY-MM-DD`: the last date. A stored `null` means absent. */
  endDate?: string | null
}
