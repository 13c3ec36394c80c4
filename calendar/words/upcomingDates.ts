import {Temporal} from 'temporal-polyfill'
import {weekdays, type Recurrence} from '../time/recurrence.ts'

/** A rhythm without its clock: what {@link upcomingDates} needs. */
export type DateRule = Omit<Recurrence, 'time' | 'timeZone'>

/** Days to look ahead. The longest rhythm is a year, and a caller needs a few dates of it. */
const maxDays = 366 * 8

/**
 * Returns the next dates of a rule as `YYYY-MM-DD`, earliest first.
 *
 * @param from - the first possible date
 */
export function upcomingDates(rule: DateRule, from: string, count: number): string[] {
  const dates: string[] = []
  const start = Temporal.PlainDate.from(rule.startDate)
  let day = Temporal.PlainDate.from(from < rule.startDate ? rule.startDate : from)
  for (let step = 0; step < maxDays && dates.length < count; step++) {
    if (rule.endDate && day.toString() > rule.endDate) break
    if (meetsOn(rule, start, day)) dates.push(day.toString())
    day = day.add({days: 1})
  }
  return dates
}

function meetsOn(rule: DateRule, start: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  if (rule.frequency === 'weekly') return meetsInWeek(rule, start, day)
  const base = day.subtract({days: rule.dayOffset ?? 0})
  const months = (base.year - start.year) * 12 + base.month - start.month
  if (months % rule.interval !== 0) return false
  if (rule.monthlyOn === 'date') return day.day === start.day
  const place = rule.monthlyOn === 'businessDay' ? businessPlace(base) : weekdayPlace(rule, base)
  return (rule.ordinals ?? []).some((each) => place.includes(each))
}

function meetsInWeek(rule: DateRule, start: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  const days = rule.weekdays.length > 0 ? rule.weekdays : [weekdayAt(start)]
  if (!days.some((each) => each === weekdayAt(day))) return false
  const week = day.weekOfYear ?? 0
  if (rule.weeks) return week % 2 === (rule.weeks === 'odd' ? 1 : 0)
  const monday = (date: Temporal.PlainDate) => date.subtract({days: date.dayOfWeek - 1})
  return (monday(start).until(monday(day)).days / 7) % rule.interval === 0
}

function weekdayAt(day: Temporal.PlainDate) {
  return weekdays[day.dayOfWeek - 1]
}

/** Returns the place of a weekday in its month, from the start and from the end. */
function weekdayPlace({weekdays: days}: DateRule, day: Temporal.PlainDate): number[] {
  if (!days.some((each) => each === weekdayAt(day))) return []
  return [Math.ceil(day.day / 7), -Math.ceil((day.daysInMonth - day.day + 1) / 7)]
}

function businessPlace(day: Temporal.PlainDate): number[] {
  if (day.dayOfWeek > 5) return []
  const all = Array.from({length: day.daysInMonth}, (_, index) => index + 1).filter(
    (each) => day.with({day: each}).dayOfWeek <= 5,
  )
  const index = all.indexOf(day.day)
  return [index + 1, index - all.length]
}
