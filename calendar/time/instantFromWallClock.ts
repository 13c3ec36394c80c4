import {Temporal} from 'temporal-polyfill'
import {isTimeZone} from './isTimeZone.ts'

/**
 * The instant that a wall clock's reading names. Twice a year a clock that changes skips an hour
 * (a `gap`: no instant has that reading) and repeats one (an `overlap`: two have). Who wrote the
 * time must then choose; both choices are UTC instants.
 *
 * In a gap `earlier` reads before the skipped hour and `later` after it: 02:30 in Madrid on 31 March
 * 2024 could be 01:30 or 03:30.
 */
export type WallClockReading =
  | {kind: 'instant'; instant: string}
  | {kind: 'gap' | 'overlap'; earlier: string; later: string}
  | {kind: 'invalid'; field: 'date' | 'time' | 'timeZone'; message: string}

/**
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
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    const message = `"${time}" is no time of day: write 24 hours and minutes, like 17:30`
    return {kind: 'invalid', field: 'time', message}
  }
  if (!isTimeZone(timeZone)) {
    const message = `"${timeZone}" is no time zone: choose one like Europe/London`
    return {kind: 'invalid', field: 'timeZone', message}
  }
  const reading = plainDateTime(date, time)
  if (!reading) {
    const message = `"${date}" is no date: write it like 2024-04-12`
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
