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
import {seriesQuestion} from '../reading/seriesQuestion.ts'

/**
 * A session keeps to its series' cadence, or leaves it on purpose. Before a cadence's first and after
 * its last date it says nothing.
 */
export const offCadenceRule = {
  code: 'off-cadence',
  asks: seriesQuestion,
  check: ({schedule, status}, {others: [series]}) => {
    const session = scheduleOf(schedule)
    const cadence = recurrenceOf(series?.['cadence'])
    if (!session || !cadence || status === 'cancelled') return []
    const clock = wallClock(session.start, cadence.timeZone)
    if (clock.date < cadence.startDate || (cadence.endDate && clock.date > cadence.endDate))
      return []
    if (meets(cadence, session.start)) return []
    const near = nearest(cadence, session.start)
    const words = lowerFirst(recurrenceSentence(cadence))
    const message = `Its series meets ${words}; this session is on ${weekdayNames[clock.weekday]} ${clock.date} at ${clock.time} there.${near ? ` The nearest date would be ${near}.` : ''} Correct it, or leave it if the change is meant.`
    return [{level: 'warning', path: ['schedule', 'start'], message}]
  },
} as const satisfies Rule

function meets(cadence: Recurrence, start: string): boolean {
  const at = Date.parse(start)
  return datesBetween(cadence, at, at + 1).length > 0
}

function nearest(cadence: Recurrence, start: string): string | undefined {
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
    // A cadence that makes no dates is the series' own finding.
    return []
  }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
