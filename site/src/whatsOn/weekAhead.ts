import {addDays} from '@touchpoints/words/dates'

import {lastDay, listedDay, type Moment} from './momentText.ts'

/** A day of the week ahead. */
export interface DayAhead {
  /** `YYYY-MM-DD` */
  date: string
  /** Number of meetings on this day. */
  count: number
}

export const daysInWeek = 7

/**
 * Returns today and the six days after it, with the number of meetings of each. What lasts several days counts
 * on each of them.
 *
 * @param today - `YYYY-MM-DD` in the zone shown
 */
export function weekAhead(moments: readonly Moment[], timeZone: string, today: string): DayAhead[] {
  const spans = moments.map((moment) => [
    listedDay(moment, timeZone, today),
    lastDay(moment, timeZone),
  ])
  return Array.from({length: daysInWeek}, (_, index) => {
    const date = addDays(today, index)
    const count = spans.filter(
      ([first = '', last = '']) => first === date || (first <= date && date <= last),
    ).length
    return {date, count}
  })
}
