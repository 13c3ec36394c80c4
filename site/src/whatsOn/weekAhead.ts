import {addDays} from '@touchpoints/words/dates'

import {listedDay, type Moment} from './momentText.ts'

/** A day of the week ahead. */
export interface DayAhead {
  /** `YYYY-MM-DD` */
  date: string
  /** Number of meetings on this day. */
  count: number
}

export const daysInWeek = 7

/**
 * Returns today and the six days after it, with the number of meetings of each. A meeting counts once, on the
 * day under which the list has it.
 *
 * @param today - `YYYY-MM-DD` in the zone shown
 */
export function weekAhead(moments: readonly Moment[], timeZone: string, today: string): DayAhead[] {
  const listed = moments.map((moment) => listedDay(moment, timeZone, today))
  return Array.from({length: daysInWeek}, (_, index) => {
    const date = addDays(today, index)
    return {date, count: listed.filter((day) => day === date).length}
  })
}
