import {Temporal} from 'temporal-polyfill'
import type {Weekday} from '../time/recurrence.ts'
import {weekdayOf} from '../time/weekdayOf.ts'
import type {DateWords} from './token.ts'

/** Returns `YYYY-MM-DD`, or undefined when the calendar has no such day. */
export function dateText(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({year, month, day}, {overflow: 'reject'}).toString()
  } catch {
    return undefined
  }
}

/** Returns the last day of the year or month that is written. */
export function lastDayOf({year, month}: DateWords): string | undefined {
  if (year === undefined) return undefined
  const first = Temporal.PlainDate.from({year, month: month ?? 12, day: 1})
  return first.with({day: first.daysInMonth}).toString()
}

/** Returns the years near today in which a date without a year is on that weekday, today's year first. */
export function yearsOf(
  {month, days}: DateWords,
  weekdays: readonly Weekday[],
  today: string,
): number[] {
  const [day] = days ?? []
  const current = Number(today.slice(0, 4))
  const years = [0, 1, -1, -2, -3].map((step) => current + step)
  return years.filter((year) => {
    const date = month === undefined || day === undefined ? undefined : dateText(year, month, day)
    return date !== undefined && (weekdays.length === 0 || weekdays.includes(weekdayOf(date)))
  })
}

/** Returns a date as an editor reads it: "5 November 2026". */
export function readableDate(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

/** Returns the day after a written date, or undefined when the date is not complete. */
export function dayAfter(date: DateWords): DateWords | undefined {
  const {year, month, days, atEnd} = date
  const [day] = days ?? []
  const last = atEnd
    ? lastDayOf(date)
    : year !== undefined && month !== undefined && day !== undefined
      ? dateText(year, month, day)
      : undefined
  if (last === undefined) return undefined
  const next = Temporal.PlainDate.from(last).add({days: 1})
  return {year: next.year, month: next.month, days: [next.day]}
}
