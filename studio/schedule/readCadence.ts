import {
  checkRecurrence,
  type Recurrence,
  recurrenceDates,
  recurrenceSentence,
} from '@touchpoints/calendar/time'
import {recurrenceOf} from '@touchpoints/schemas/reading'

import {sessionTimes} from './sessionTimes.ts'

/** A stored recurrence, read back to its editor. */
export type CadenceReading =
  | {kind: 'incomplete'; message: string}
  | {kind: 'cadence'; sentence: string; dates: {instant: string; text: string}[]}

/**
 * @param now - dates before it are over
 * @example readCadence(thursdays, now).kind // 'cadence', with "Every Thursday at 12:00 (Europe/London)"
 */
export function readCadence(value: unknown, now: Date): CadenceReading {
  const recurrence = recurrenceOf(value)
  if (!recurrence) {
    return {
      kind: 'incomplete',
      message:
        'Choose the days, the time, the zone and the first date: then the next dates stand here.',
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
    const [there, utc] = sessionTimes(instant, 0, [
      {name: 'there', timeZone: recurrence.timeZone},
      {name: 'UTC', timeZone: 'UTC'},
    ])
    return {instant, text: `${there?.date}, ${there?.from} (${utc?.from} UTC)`}
  })
}
