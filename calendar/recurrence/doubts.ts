import {endOfTime} from './expansion.ts'
import {periodMs} from './periods.ts'
import type {Moment} from '../occurrences/moment.ts'
import type {Rule} from './rule.ts'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * What is doubtful about a rule that can be used: its writer probably meant something else. Only what is
 * sure is told, without expanding anything.
 */
export function doubts(rule: Rule, start: Moment): string[] {
  return [mismatch(rule, start), overlong(rule, start)].filter((doubt) => doubt !== undefined)
}

/** The first part of the rule that DTSTART does not fit. */
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
  return `DTSTART is not one of the dates that the RRULE gives, because of ${wrong[0]}; RFC 5545 section 3.8.5.3 leaves the result undefined. DTSTART is shown as the first occurrence, then those of the rule, if there are any`
}

/** Days counted from the end of a month fit or not by its length: that is not looked at here. */
function onlyPositive(days: number[] | undefined): number[] | undefined {
  return days?.every((day) => day > 0) === true ? days : undefined
}

function overlong({freq, interval, count}: Rule, start: Moment): string | undefined {
  if (count === undefined || start.wall + (count - 1) * interval * periodMs[freq] <= endOfTime) {
    return undefined
  }
  return `COUNT=${count} reaches beyond the year 9999; the event is taken to recur without end`
}
