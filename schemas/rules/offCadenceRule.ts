import {
  type Recurrence,
  recurrenceDates,
  recurrenceSentence,
  wallClock,
  weekdayNames,
} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {recurrenceOf} from '../reading/recurrenceOf.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {seriesQuery} from '../reading/seriesQuery.ts'

/**
 * Reports a session that is not on a date of its series' cadence.
 *
 * Sessions before the first date or after the last date of the cadence are not checked.
 */
export const offCadenceRule = {
  code: 'off-cadence',
  query: seriesQuery,
  check: ({schedule, status}, {others: [series]}) => {
    const session = scheduleOf(schedule)
    const cadence = recurrenceOf(series?.['cadence'])
    if (!session || !cadence || status === 'cancelled') return []
    const clock = wallClock(session.start, cadence.timeZone)
    if (clock.date < cadence.startDate || (cadence.endDate && clock.date > cadence.endDate))
      return []
    if (includes(cadence, session.start)) return []
    const nearest = nearestDate(cadence, session.start)
    const sentence = lowerFirst(recurrenceSentence(cadence))
    const message = `The series meets ${sentence}, but this session is on ${weekdayNames[clock.weekday]} ${clock.date} at ${clock.time}.${nearest ? ` The nearest date is ${nearest}.` : ''} Correct the date, or ignore this warning if the change is intended.`
    return [{level: 'warning', path: ['schedule', 'start'], message}]
  },
} as const satisfies Rule

function includes(cadence: Recurrence, start: string): boolean {
  const at = Date.parse(start)
  return datesBetween(cadence, at, at + 1).length > 0
}

function nearestDate(cadence: Recurrence, start: string): string | undefined {
  const at = Date.parse(start)
  const reach = 32 * 86_400_000 * cadence.interval
  const [first] = datesBetween(cadence, at - reach, at + reach).toSorted(
    (a, b) => Math.abs(Date.parse(a) - at) - Math.abs(Date.parse(b) - at),
  )
  if (first === undefined) return undefined
  const {date, time, weekday} = wallClock(first, cadence.timeZone)
  return `${weekdayNames[weekday]} ${date} at ${time}`
}

function datesBetween(cadence: Recurrence, from: number, to: number): string[] {
  try {
    return recurrenceDates(cadence, {from: new Date(from), to: new Date(to)})
  } catch {
    // A rule for the series reports a cadence without dates.
    return []
  }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
