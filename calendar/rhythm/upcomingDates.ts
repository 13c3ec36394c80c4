import {dateOf, dayOf} from '../time/calendarDays.ts'
import type {Recurrence} from '../time/recurrence.ts'
import {slotDays} from '../time/slotDays.ts'

/** A slot without its clock. The days don't depend on it. */
export type DateRule = Omit<Recurrence, 'time' | 'timeZone'>

/** Days to look ahead: enough for the next dates of a yearly rhythm. */
const maxDays = 366 * 30

/**
 * Returns the next dates of a rule as `YYYY-MM-DD`, earliest first.
 *
 * @param from - the first possible date
 */
export function upcomingDates(rule: DateRule, from: string, count: number): string[] {
  const slot = {...rule, time: '00:00', timeZone: 'UTC'}
  const first = dayOf(from < rule.startDate ? rule.startDate : from)
  const dates: string[] = []
  if (count < 1) return dates
  for (const day of slotDays(slot, first, first + maxDays)) {
    dates.push(dateOf(day))
    if (dates.length >= count) break
  }
  return dates
}
