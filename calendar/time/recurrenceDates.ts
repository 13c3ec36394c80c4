import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import {isTimeZone} from './isTimeZone.ts'
import type {Recurrence} from './recurrence.ts'
import {recurrenceRule} from './recurrenceRule.ts'

/** Which dates: those that start within [from, to), or the first `count` at or after `from`. */
export type DatesRequest =
  | {from: string | Date; to: string | Date}
  | {from?: string | Date; count: number}

/**
 * When a recurrence starts, as UTC instants (`2025-01-09T12:00:00Z`), earliest first.
 *
 * The rule is expanded on the wall clock and only then placed in its zone, as feeds' events are: a time
 * that clocks skip is read with the offset before the gap (RFC 5545 section 3.3.5), for a meeting at
 * 02:30 is not off because clocks change; one that they repeat is the earlier. A day that a month does
 * not have is left out (section 3.3.10).
 *
 * @throws RangeError when the recurrence is none, see `checkRecurrence`
 * @example recurrenceDates(thursdays, {from: '2025-03-20T00:00:00Z', count: 2})
 * // ['2025-03-20T12:00:00Z', '2025-03-27T12:00:00Z']
 */
export function recurrenceDates(recurrence: Recurrence, asked: DatesRequest): string[] {
  const {timeZone} = recurrence
  const rule = onTheWall(recurrence)
  if ('to' in asked) {
    const [from, to] = [milliseconds(asked.from), milliseconds(asked.to)]
    return rule
      .between(new Date(from - farthestOffset), new Date(to + farthestOffset), true)
      .map((reading) => placed(reading, timeZone))
      .filter((ms) => ms >= from && ms < to)
      .map(instant)
  }
  const from = asked.from === undefined ? -Infinity : milliseconds(asked.from)
  const dates: string[] = []
  let reading = rule.next(new Date(Math.max(firstDate, from - farthestOffset)), true)
  while (reading && dates.length < asked.count) {
    const ms = placed(reading, timeZone)
    if (ms >= from) dates.push(instant(ms))
    reading = rule.next(new Date(reading.epochMilliseconds), false)
  }
  return dates
}

/** No clock on Earth is further from UTC, whichever way. */
const farthestOffset = 26 * 60 * 60 * 1000
const firstDate = -8.64e15

/** The rule as if its zone were UTC: readings of a clock, not instants yet. */
function onTheWall(recurrence: Recurrence): RRuleTemporal {
  const {timeZone, startDate, endDate, time} = recurrence
  if (!isTimeZone(timeZone)) throw new RangeError(`"${timeZone}" is no time zone`)
  const until = endDate ? Temporal.PlainDateTime.from(`${endDate}T23:59:59`) : undefined
  return new RRuleTemporal({
    rruleString: recurrenceRule(recurrence),
    dtstart: Temporal.PlainDateTime.from(`${startDate}T${time}`).toZonedDateTime('UTC'),
    ...(until && {until: until.toZonedDateTime('UTC')}),
    cache: false,
  })
}

function placed(reading: Temporal.ZonedDateTime, timeZone: string): number {
  return reading.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds
}

function instant(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

function milliseconds(value: string | Date): number {
  return typeof value === 'string'
    ? Temporal.Instant.from(value).epochMilliseconds
    : value.getTime()
}
