import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import {isTimeZone} from './isTimeZone.ts'
import type {Recurrence} from './recurrence.ts'
import {recurrenceRule} from './recurrenceRule.ts'

/** The requested dates: those that start within [from, to), or the first `count` at or after `from`. */
export type DatesRequest =
  | {from: string | Date; to: string | Date}
  | {from?: string | Date; count: number}

/**
 * Returns the starts of a recurrence as UTC instants (`2025-01-09T12:00:00Z`), earliest first.
 *
 * The rule is expanded in wall clock time and then converted to the zone, as for feed events. A time
 * that the clocks skip is read with the offset before the gap (RFC 5545 section 3.3.5), so a meeting at
 * 02:30 still takes place. For a time that they repeat, the earlier instant is used. A day that a month
 * doesn't have is skipped (section 3.3.10).
 *
 * @throws RangeError when the recurrence is invalid, see `checkRecurrence`
 * @example
 * recurrenceDates(thursdays, {from: '2025-03-20T00:00:00Z', count: 2})
 * // ['2025-03-20T12:00:00Z', '2025-03-27T12:00:00Z']
 */
export function recurrenceDates(recurrence: Recurrence, request: DatesRequest): string[] {
  const {timeZone} = recurrence
  const rule = wallClockRule(recurrence)
  if ('to' in request) {
    const [from, to] = [milliseconds(request.from), milliseconds(request.to)]
    return rule
      .between(new Date(from - maxOffset), new Date(to + maxOffset), true)
      .map((wallTime) => toEpoch(wallTime, timeZone))
      .filter((ms) => ms >= from && ms < to)
      .map(instant)
  }
  const from = request.from === undefined ? -Infinity : milliseconds(request.from)
  const dates: string[] = []
  let wallTime = rule.next(new Date(Math.max(firstDate, from - maxOffset)), true)
  while (wallTime && dates.length < request.count) {
    const ms = toEpoch(wallTime, timeZone)
    if (ms >= from) dates.push(instant(ms))
    wallTime = rule.next(new Date(wallTime.epochMilliseconds), false)
  }
  return dates
}

/** Longer than any offset from UTC, in ms. */
const maxOffset = 26 * 60 * 60 * 1000
const firstDate = -8.64e15

/** Returns the rule in wall clock time, as if its zone were UTC. */
function wallClockRule(recurrence: Recurrence): RRuleTemporal {
  const {timeZone, startDate, endDate, time} = recurrence
  if (!isTimeZone(timeZone))
    throw new RangeError(`"${timeZone}" is not a time zone. Use an IANA id such as Europe/London.`)
  const until = endDate ? Temporal.PlainDateTime.from(`${endDate}T23:59:59`) : undefined
  return new RRuleTemporal({
    rruleString: recurrenceRule(recurrence),
    dtstart: Temporal.PlainDateTime.from(`${startDate}T${time}`).toZonedDateTime('UTC'),
    ...(until && {until: until.toZonedDateTime('UTC')}),
    cache: false,
  })
}

function toEpoch(wallTime: Temporal.ZonedDateTime, timeZone: string): number {
  return wallTime.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds
}

function instant(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

function milliseconds(value: string | Date): number {
  return typeof value === 'string'
    ? Temporal.Instant.from(value).epochMilliseconds
    : value.getTime()
}
