import {endOfTime} from '../recurrence/expansion.ts'
import {parseInstant} from '../time/parseInstant.ts'
import {ianaZone} from '../zones/ianaZone.ts'
import type {BetweenOptions} from '../types.ts'

/** A half-open window: instants for timed events, wall times for dates and floating times. */
export interface Window {
  from: number
  to: number
  wallFrom: number
  wallTo: number
}

/**
 * Validates the options of `between` and converts them to a window.
 *
 * @throws RangeError when an instant or the time zone is invalid, or `from` is after `to`.
 */
export function windowOf(
  from: string | Date,
  to: string | Date,
  {timeZone}: Pick<BetweenOptions, 'timeZone'>,
): Window {
  const instants = {from: clamp(instantOf(from, 'from')), to: clamp(instantOf(to, 'to'))}
  if (instants.from > instants.to) {
    throw new RangeError(`between: from (${String(from)}) is after to (${String(to)}). Swap them.`)
  }
  if (timeZone === undefined) {
    return {...instants, wallFrom: instants.from, wallTo: instants.to}
  }
  const zone = ianaZone(timeZone)
  if (!zone) {
    throw new RangeError(
      `between: timeZone "${timeZone}" is not an IANA time zone. Use a name such as Europe/Berlin.`,
    )
  }
  return {...instants, wallFrom: zone.toWall(instants.from), wallTo: zone.toWall(instants.to)}
}

/** iCalendar cannot express times before the year 0 or after 9999 (RFC 5545 section 3.3.4). */
const earliest = Date.parse('0000-01-01T00:00:00Z')

function clamp(instant: number): number {
  return Math.min(endOfTime + 1, Math.max(earliest, instant))
}

function instantOf(value: string | Date, name: string): number {
  const ms = parseInstant(value, {offset: true})
  if (ms !== undefined) return ms
  throw new RangeError(
    `between: ${name} "${String(value)}" is not an instant. Use ISO 8601 with a Z or an offset, such as 2024-03-28T13:00:00Z.`,
  )
}
