/**
 * Calendar dates as numbers: days since 1970-01-01. A cadence is counted over thousands of dates, and a
 * number costs a hundredth of a `Temporal.PlainDate`.
 */
const dayMs = 86_400_000

/** The last day that `YYYY-MM-DD` can name. */
export const lastDay = dayOf('9999-12-31')

/** Converts `YYYY-MM-DD`, which has to be valid. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** @example dateOf(0) // '1970-01-01' */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** Returns the Monday of the day's week. Day 0 was a Thursday. */
export function mondayOf(day: number): number {
  return day - modulo(day + 3, 7)
}

/** Returns the position of a day in its week: 0 is Monday. */
export function positionInWeek(day: number): number {
  return modulo(day + 3, 7)
}

/** Returns the number of the ISO week (1 to 53) that begins on a Monday. Its year is the one of its Thursday. */
export function isoWeekOf(monday: number): number {
  const thursday = monday + 3
  const firstOfYear = dayOf(`${dateOf(thursday).slice(0, 4)}-01-01`)
  return Math.floor((thursday - firstOfYear) / 7) + 1
}

/** Returns the number of months since the year 0. */
export function monthOf(day: number): number {
  const date = dateOf(day)
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

export function firstOfMonth(month: number): number {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return dayOf(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
