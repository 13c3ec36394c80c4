import {instantFromWallClock, wallClock} from '@touchpoints/calendar/time'

/** The start of a session as an editor enters it: a date and a time in a time zone. */
export interface ScheduleFields {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
  /** IANA id. */
  timeZone: string
}

/**
 * The result of reading a date, time and time zone: an instant, a choice between two instants if the
 * clocks change, or the field that is missing or malformed.
 */
export type ScheduleReading =
  | {kind: 'instant'; start: string}
  | {kind: 'choice'; message: string; choices: {start: string; label: string}[]}
  | {kind: 'incomplete'; field: 'date' | 'time' | 'timeZone'; message?: string}

/**
 * Converts a date, time and time zone to an instant.
 *
 * @example readSchedule({date: '2024-03-31', time: '02:30', timeZone: 'Europe/Madrid'}).kind // 'choice'
 */
export function readSchedule({date, time, timeZone}: ScheduleFields): ScheduleReading {
  const empty = (['date', 'time', 'timeZone'] as const).find(
    (field) => ({date, time, timeZone})[field] === '',
  )
  if (empty) return {kind: 'incomplete', field: empty}
  // A date input reports each key. While 2026 is typed, its values are 0002, 0020 and 0202.
  if (date < '1000') {
    return {
      kind: 'incomplete',
      field: 'date',
      message: 'Enter the year with four digits, such as 2026.',
    }
  }
  const reading = instantFromWallClock(date, time, timeZone)
  if (reading.kind === 'instant') return {kind: 'instant', start: reading.instant}
  if (reading.kind === 'invalid' && reading.field === 'time') {
    // The field reads more than the 24-hour format that the reader of stored times asks for.
    return {
      kind: 'incomplete',
      field: 'time',
      message: `“${time}” is not a time of day. Enter one, such as 18:00 or 6 pm.`,
    }
  }
  if (reading.kind === 'invalid') {
    return {kind: 'incomplete', field: reading.field, message: `${reading.message}.`}
  }
  const message =
    reading.kind === 'gap'
      ? `${time} does not exist in ${timeZone} on ${date}, because the clocks go forward. Choose a time.`
      : `${time} occurs twice in ${timeZone} on ${date}, because the clocks go back. Choose one.`
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

/** Returns the values of the inputs for a stored start. Date and time are empty if it is malformed. */
export function scheduleFields(start: unknown, timeZone: unknown): ScheduleFields {
  const zone = typeof timeZone === 'string' ? timeZone : ''
  if (typeof start !== 'string' || zone === '') return {date: '', time: '', timeZone: zone}
  try {
    const {date, time} = wallClock(start, zone)
    return {date, time, timeZone: zone}
  } catch {
    return {date: '', time: '', timeZone: zone}
  }
}
