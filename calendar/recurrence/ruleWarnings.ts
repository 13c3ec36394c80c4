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
  return [mismatch(rule, start), overlong(rule, start)].filter((warning) => warning !== undefined)
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
