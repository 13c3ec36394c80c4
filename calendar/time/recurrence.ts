/** Weekdays as iCalendar writes them (RFC 5545 section 3.3.10), Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Which one of the month; -1 is the last. */
export const ordinals = [1, 2, 3, 4, -1] as const
export type Ordinal = (typeof ordinals)[number]

/**
 * When a series meets, as data: "Thursdays at 12:00 in London", not a sentence about it.
 *
 * The time is a wall clock's in a zone, so a meeting stays at noon when the clocks change.
 * Monthly takes either `ordinal` and `weekdays` (the 2nd Thursday) or neither of the two (the day of
 * the month that `startDate` falls on).
 *
 * @example
 * {frequency: 'weekly', interval: 2, weekdays: ['TH'], time: '12:00',
 *  timeZone: 'Europe/London', startDate: '2025-01-09'}
 */
export interface Recurrence {
  frequency: 'weekly' | 'monthly'
  /** Every so many weeks or months, 1 to 12. */
  interval: number
  /** Empty for weekly means the weekday of `startDate`. */
  weekdays: readonly Weekday[]
  /** Only for monthly. A stored `null` counts as absent. */
  ordinal?: Ordinal | null
  /** Wall clock, `HH:MM`, 00:00 to 23:59. */
  time: string
  /** IANA id. */
  timeZone: string
  /** `YYYY-MM-DD`: the first date that counts, and what an interval is counted from. */
  startDate: string
  /** `YYYY-MM-DD`: the last date that counts. A stored `null` counts as absent. */
  endDate?: string | null
}
