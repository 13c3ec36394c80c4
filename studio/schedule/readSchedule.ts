import {instantFromWallClock, wallClock} from '@touchpoints/calendar/time'

/** A session's start as an editor writes it: a date and a time in a zone. */
export interface WrittenSchedule {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
  /** IANA id. */
  timeZone: string
}

/**
 * What an editor wrote, read: an instant to store; a choice between two, on the night the clocks change;
 * or what is not written yet.
 */
export type ScheduleReading =
  | {kind: 'instant'; start: string}
  | {kind: 'choice'; message: string; choices: {start: string; label: string}[]}
  | {kind: 'incomplete'; field: 'date' | 'time' | 'timeZone'; message?: string}

/**
 * @example readSchedule({date: '2024-03-31', time: '02:30', timeZone: 'Europe/Madrid'}).kind // 'choice'
 */
export function readSchedule({date, time, timeZone}: WrittenSchedule): ScheduleReading {
  const empty = (['date', 'time', 'timeZone'] as const).find(
    (field) => ({date, time, timeZone})[field] === '',
  )
  if (empty) return {kind: 'incomplete', field: empty}
  // A date field tells every key: on its way to 2026 it says 0002, 0020 and 0202.
  if (date < '1000') {
    return {kind: 'incomplete', field: 'date', message: 'Write the year with its four digits.'}
  }
  const reading = instantFromWallClock(date, time, timeZone)
  if (reading.kind === 'instant') return {kind: 'instant', start: reading.instant}
  if (reading.kind === 'invalid') {
    return {kind: 'incomplete', field: reading.field, message: `${reading.message}.`}
  }
  const message =
    reading.kind === 'gap'
      ? `${time} does not exist in ${timeZone} on ${date}: the clocks skip it that night. Which is meant?`
      : `${time} comes twice in ${timeZone} on ${date}: the clocks go back that night. Which is meant?`
  return {
    kind: 'choice',
    message,
    choices: [reading.earlier, reading.later].map((start) => ({
      start,
      label: choiceLabel(start, timeZone),
    })),
  }
}

function choiceLabel(start: string, timeZone: string): string {
  const clock = wallClock(start, timeZone)
  return `${clock.time} (UTC${clock.offset})`
}

/** What stands in the inputs for a stored start; nothing when it is no instant or the zone none. */
export function writtenSchedule(start: unknown, timeZone: unknown): WrittenSchedule {
  const zone = typeof timeZone === 'string' ? timeZone : ''
  if (typeof start !== 'string' || zone === '') return {date: '', time: '', timeZone: zone}
  try {
    const {date, time} = wallClock(start, zone)
    return {date, time, timeZone: zone}
  } catch {
    return {date: '', time: '', timeZone: zone}
  }
}
