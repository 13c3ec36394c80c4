import {Temporal} from 'temporal-polyfill'
import {isTimeOfDay} from './isTimeOfDay.ts'
import {isTimeZone} from './isTimeZone.ts'

/**
 * The instant or instants of a wall clock time.
 *
 * When the clocks change, they skip an hour (a `gap`: no instant has that time) or repeat one (an
 * `overlap`: two instants have it). The author must then choose between `earlier` and `later`, both UTC
 * instants.
 *
 * In a gap, `earlier` is before the skipped hour and `later` after it: 02:30 in Madrid on 31 March 2024
 * could be 01:30 or 03:30.
 */
export type WallClockReading =
  | {kind: 'instant'; instant: string}
  | {kind: 'gap' | 'overlap'; earlier: string; later: string}
  | {kind: 'invalid'; field: 'date' | 'time' | 'timeZone'; message: string}

/**
 * Converts a wall clock time in a time zone to an instant.
 *
 * @param date - `YYYY-MM-DD`
 * @param time - `HH:MM`
 * @param timeZone - IANA id
 * @example
 * instantFromWallClock('2024-04-12', '17:30', 'Europe/Madrid')
 * // {kind: 'instant', instant: '2024-04-12T15:30:00Z'}
 */
export function instantFromWallClock(
  date: string,
  time: string,
  timeZone: string,
): WallClockReading {
  if (!isTimeOfDay(time)) {
    const message = `"${time}" is not a time of day. Use 24-hour format, for example 17:30`
    return {kind: 'invalid', field: 'time', message}
  }
  if (!isTimeZone(timeZone)) {
    const message = `"${timeZone}" is not a time zone. Choose one, for example Europe/London`
    return {kind: 'invalid', field: 'timeZone', message}
  }
  const reading = plainDateTime(date, time)
  if (!reading) {
    const message = `"${date}" is not a date. Use the format 2024-04-12`
    return {kind: 'invalid', field: 'date', message}
  }
  const earlier = reading.toZonedDateTime(timeZone, {disambiguation: 'earlier'})
  const later = reading.toZonedDateTime(timeZone, {disambiguation: 'later'})
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return {kind: 'instant', instant: earlier.toInstant().toString()}
  }
  return {
    kind: earlier.toPlainDateTime().equals(reading) ? 'overlap' : 'gap',
    earlier: earlier.toInstant().toString(),
    later: later.toInstant().toString(),
  }
}

function plainDateTime(date: string, time: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`)
  } catch {
    return undefined
  }
}
