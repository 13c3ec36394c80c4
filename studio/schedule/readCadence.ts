import {
  checkRecurrence,
  type Recurrence,
  recurrenceDates,
  recurrenceSentence,
} from '@touchpoints/calendar/time'
import {recurrenceOf} from '@touchpoints/schemas/reading'

import {sessionTimes} from './sessionTimes.ts'

/** A stored recurrence as a sentence with its next dates, or the reason why it has none. */
export type CadenceReading =
  | {kind: 'incomplete'; message: string}
  | {kind: 'cadence'; sentence: string; dates: {instant: string; text: string}[]}

/**
 * Reads a stored recurrence for its editor.
 *
 * @param now - start of the dates
 * @example readCadence(thursdays, now).kind // 'cadence', with "Every Thursday at 12:00 (Europe/London)"
 */
export function readCadence(value: unknown, now: Date): CadenceReading {
  const recurrence = recurrenceOf(value)
  if (!recurrence) {
    return {
      kind: 'incomplete',
      message:
        'Select the weekdays, and enter the time, the time zone and the start date. You then see the next dates here.',
    }
  }
  const [error] = checkRecurrence(recurrence).filter(({level}) => level === 'error')
  if (error) return {kind: 'incomplete', message: `${error.message}.`}
  return {
    kind: 'cadence',
    sentence: recurrenceSentence(recurrence),
    dates: nextDates(recurrence, now),
  }
}

function nextDates(recurrence: Recurrence, now: Date) {
  return recurrenceDates(recurrence, {from: now, count: 5}).map((instant) => {
    const [local, utc] = sessionTimes(instant, 0, [
      {name: 'Local', timeZone: recurrence.timeZone},
      {name: 'UTC', timeZone: 'UTC'},
    ])
    return {instant, text: `${local?.date}, ${local?.from} (${utc?.from} UTC)`}
  })
}
