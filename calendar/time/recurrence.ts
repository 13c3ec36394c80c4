/** iCalendar weekdays (RFC 5545 section 3.3.10), Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Week of the month; -1 is the last. */
export const ordinals = [1, 2, 3, 4, -1] as const
export type Ordinal = (typeof ordinals)[number]

/**
 * When a series meets, as data: "Thursdays at 12:00 in London".
 *
 * The time is a wall clock time in a zone, so a meeting at noon stays at noon when the clocks change.
 *
 * A monthly recurrence has both `ordinal` and `weekdays` (the 2nd Thursday) or neither (the day of the
 * month of `startDate`).
 *
 * @example
 * {frequency: 'weekly', interval: 2, weekdays: ['TH'], time: '12:00',
 *  timeZone: 'Europe/London', startDate: '2025-01-09'}
 */
export interface Recurrence {
  frequency: 'weekly' | 'monthly'
  /** Number of weeks or months between meetings, 1 to 12. */
  interval: number
  /** For weekly, an empty list means the weekday of `startDate`. */
  weekdays: readonly Weekday[]
  /** Only for monthly. A stored `null` means absent. */
  ordinal?: Ordinal | null
  /** Wall clock time, `HH:MM`, 00:00 to 23:59. */
  time: string
  /** IANA id. */
  timeZone: string
  /** `YYYY-MM-DD`: the first date, from which intervals are counted. */
  startDate: string
  /** `YYYY-MM-DD`: the last date. A stored `null` means absent. */
  endDate?: string | null
}
