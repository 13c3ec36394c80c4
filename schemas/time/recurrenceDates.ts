import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import type {Recurrence} from './recurrence.ts'
import {recurrenceRule} from './recurrenceRule.ts'

/** Which dates: those that start within [from, to), or the first `count` at or after `from`. */
export type DatesAsked =
  | {from: string | Date; to: string | Date}
  | {from?: string | Date; count: number}

/**
 * When a recurrence starts, as UTC instants (`2025-01-09T12:00:00Z`), earliest first.
 *
 * A date on which the wall clock skips the time (spring) or that the month does not have is left
 * out, as RFC 5545 section 3.3.10 has it; a time that comes twice (autumn) is the earlier one.
 *
 * @throws RangeError when the recurrence is none, see `checkRecurrence`
 * @example recurrenceDates(thursdays, {from: '2025-03-20T00:00:00Z', count: 2})
 * // ['2025-03-20T12:00:00Z', '2025-03-27T12:00:00Z']
 */
export function recurrenceDates(recurrence: Recurrence, asked: DatesAsked): string[] {
  const rule = ruleOf(recurrence)
  if ('to' in asked) {
    const from = milliseconds(asked.from)
    const to = milliseconds(asked.to)
    return rule
      .between(new Date(from), new Date(to), true)
      .filter((date) => date.epochMilliseconds >= from && date.epochMilliseconds < to)
      .map(instant)
  }
  const dates: string[] = []
  let next =
    asked.from === undefined ? rule.next(beginning, true) : rule.next(date(asked.from), true)
  while (next && dates.length < asked.count) {
    dates.push(instant(next))
    next = rule.next(new Date(next.epochMilliseconds), false)
  }
  return dates
}

/** Before any meeting; `next` without a date would ask the machine's clock. */
const beginning = new Date(-8.64e15)

function ruleOf(recurrence: Recurrence): RRuleTemporal {
  const {timeZone, startDate, endDate, time} = recurrence
  const start = Temporal.PlainDateTime.from(`${startDate}T${time}`)
  const until = endDate
    ? Temporal.PlainDateTime.from(`${endDate}T23:59:59`).toZonedDateTime(timeZone)
    : undefined
  // The hour and minute are said again: when the clocks skip the time on the very first date,
  // DTSTART alone would move the whole series by an hour.
  const rule = `${recurrenceRule(recurrence)};BYHOUR=${start.hour};BYMINUTE=${start.minute}`
  return new RRuleTemporal({
    rruleString: rule,
    dtstart: start.toZonedDateTime(timeZone, {disambiguation: 'earlier'}),
    ...(until && {until}),
    cache: false,
  })
}

function instant(date: Temporal.ZonedDateTime): string {
  return date.toInstant().toString()
}

function date(value: string | Date): Date {
  return new Date(milliseconds(value))
}

function milliseconds(value: string | Date): number {
  return typeof value === 'string'
    ? Temporal.Instant.from(value).epochMilliseconds
    : value.getTime()
}
