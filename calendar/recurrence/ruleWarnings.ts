import {endOfTime} from './expansion.ts'
import {periodMs} from './periodMs.ts'
import type {Moment} from '../occurrences/moment.ts'
import type {Rule} from './rule.ts'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * Returns warnings about a valid rule that probably contains a mistake.
 *
 * Only what is certain without expanding the rule is reported.
 */
export function ruleWarnings(rule: Rule, start: Moment): string[] {
  return [mismatch(rule, start), overlong(rule, start), ambiguousEnd(rule, start)].filter(
    (warning) => warning !== undefined,
  )
}

/** Returns a warning for the first part of the rule that DTSTART does not match. */
function mismatch({parts}: Rule, start: Moment): string | undefined {
  const date = new Date(start.wall)
  const day = weekdays[date.getUTCDay()] ?? ''
  const lists: [string, readonly (number | string)[] | undefined, number | string][] = [
    ['BYMONTH', parts.byMonth, date.getUTCMonth() + 1],
    ['BYMONTHDAY', onlyPositive(parts.byMonthDay), date.getUTCDate()],
    ['BYDAY', parts.byDay?.map((name) => name.slice(-2)), day],
    ['BYHOUR', parts.byHour, date.getUTCHours()],
    ['BYMINUTE', parts.byMinute, date.getUTCMinutes()],
    ['BYSECOND', parts.bySecond, date.getUTCSeconds()],
  ]
  const wrong = lists.find(([, list, value]) => list && !list.includes(value))
  if (!wrong) return undefined
  return `DTSTART does not match ${wrong[0]} of the RRULE; RFC 5545 section 3.8.5.3 leaves the result undefined. DTSTART is shown as the first occurrence, followed by the dates of the rule`
}

/**
 * Returns the days if all count from the start of the month. Days that count from the end depend on the
 * month's length and are not checked.
 */
function onlyPositive(days: number[] | undefined): number[] | undefined {
  return days?.every((day) => day > 0) === true ? days : undefined
}

function overlong({freq, interval, count}: Rule, start: Moment): string | undefined {
  if (count === undefined || start.wall + (count - 1) * interval * periodMs[freq] <= endOfTime) {
    return undefined
  }
  return `COUNT=${count} reaches beyond the year 9999; the event is treated as recurring without end`
}

/**
 * Returns a warning for an UNTIL without Z that ends the rule on another day than the same local time.
 *
 * UNTIL "MUST" be in UTC when DTSTART has a zone (RFC 5545 section 3.3.10), so only the Z is missing. The
 * exporter may have meant a local time, and then a date at the end is missing, or one too many.
 */
function ambiguousEnd({until}: Rule, start: Moment): string | undefined {
  if (!until || until.utc || until.dateOnly || start.kind !== 'timed') return undefined
  const local = start.zone.toInstant(until.wall)
  const timeOfDay = start.wall - midnight(start.wall)
  const lastDays = [-1, 0, 1].map((days) => midnight(until.wall) + days * day + timeOfDay)
  const doubtful = lastDays.find((wall) => {
    const instant = start.zone.toInstant(wall)
    return instant <= until.wall !== instant <= local
  })
  if (doubtful === undefined) return undefined
  const date = new Date(doubtful).toISOString().slice(0, 10)
  return `UNTIL has no Z, so it is read as UTC. If it is a local time, the rule ends on another day: check ${date}`
}

const day = 86_400_000

function midnight(wall: number): number {
  return Math.floor(wall / day) * day
}
