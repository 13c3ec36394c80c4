import {dateOf, dayOf} from './calendarDays.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {isTimeOfDay} from './isTimeOfDay.ts'
import {isTimeZone} from './isTimeZone.ts'
import {weekdays as allWeekdays, ordinals as allOrdinals, type Recurrence} from './recurrence.ts'
import {slotDays} from './slotDays.ts'
import {weekdayNames} from './weekdayNames.ts'
import {weekdayOf} from './weekdayOf.ts'

export interface RecurrenceFault {
  field: keyof Recurrence
  /**
   * An error means that the slot has no dates, or that its fields contradict each other. A warning means that
   * the dates may not be what the editor intended.
   */
  level: 'error' | 'warning'
  message: string
}

/**
 * Validates one slot of a cadence. Use `checkCadence` for a whole cadence.
 *
 * @returns errors that leave it without dates, or warnings about dates that the editor may not intend.
 * @example
 * checkRecurrence({...thursdays, endDate: '2024-01-01'})
 * // [{field: 'endDate', level: 'error', message: 'The end date 2024-01-01 is before the start date …'}]
 */
export function checkRecurrence(recurrence: Recurrence): RecurrenceFault[] {
  for (const check of [unreadable, contradictions, withoutDates]) {
    const faults = check(recurrence)
    if (faults.length > 0) return faults
  }
  return warnings(recurrence)
}

type Field = keyof Recurrence

function error(field: Field, message: string): RecurrenceFault {
  return {field, level: 'error', message}
}

function unreadable(recurrence: Recurrence): RecurrenceFault[] {
  const {interval, time, timeZone, startDate, endDate, ordinals, dayOffset} = recurrence
  const faults: RecurrenceFault[] = []
  const fault = (field: Field, message: string) => faults.push(error(field, message))
  if (!Number.isInteger(interval) || interval < 1 || interval > 52) {
    fault('interval', 'Enter an interval in weeks or months: a whole number from 1 to 52')
  }
  if (!isTimeOfDay(time)) {
    fault('time', `"${time}" is not a time of day. Use 24-hour format, for example 17:30`)
  }
  if (!isTimeZone(timeZone)) {
    fault('timeZone', `"${timeZone}" is not a time zone. Choose one, for example Europe/London`)
  }
  if (!isCalendarDate(startDate))
    fault('startDate', `"${startDate}" is not a date. Use the format 2025-01-09`)
  if (endDate && !isCalendarDate(endDate)) {
    fault('endDate', `"${endDate}" is not a date. Use the format 2025-12-18, or leave it empty`)
  }
  const strange = ordinals?.find((ordinal) => !allOrdinals.includes(ordinal))
  if (strange !== undefined) {
    fault('ordinals', `${strange} is not an ordinal. Use 1 to 5, or -1 to -3 for the last ones`)
  }
  if (dayOffset && (!Number.isInteger(dayOffset) || Math.abs(dayOffset) > 6)) {
    fault('dayOffset', `${dayOffset} is not a number of days. Use a whole number from -6 to 6`)
  }
  return faults
}

function contradictions(recurrence: Recurrence): RecurrenceFault[] {
  const {startDate, endDate, frequency} = recurrence
  const faults = frequency === 'weekly' ? ofWeekly(recurrence) : ofMonthly(recurrence)
  if (!endDate || endDate >= startDate) return faults
  const message = `The end date ${endDate} is before the start date ${startDate}. Choose a later end date`
  return [...faults, error('endDate', message)]
}

function ofWeekly({weeks, interval, monthlyOn, ordinals, dayOffset}: Recurrence) {
  const faults: RecurrenceFault[] = []
  if (weeks && interval > 1) {
    const message = `Odd or even weeks are already every second week, so they don't go with every ${interval} weeks. Set the interval to 1, or clear the odd or even weeks`
    faults.push(error('weeks', message))
  }
  if (monthlyOn) {
    const message =
      'A weekly slot does not meet on days of the month. Clear this, or choose monthly'
    faults.push(error('monthlyOn', message))
  }
  if (ordinals && ordinals.length > 0) {
    const message =
      'Only a monthly slot has a week of the month, such as "2nd" or "last". Clear it, or choose monthly'
    faults.push(error('ordinals', message))
  }
  if (dayOffset) {
    const message =
      'Only a monthly slot on a weekday can meet days before or after it. Clear the days, or choose monthly'
    faults.push(error('dayOffset', message))
  }
  return faults
}

function ofMonthly(recurrence: Recurrence): RecurrenceFault[] {
  const {weeks, monthlyOn, weekdays, dayOffset} = recurrence
  const ordinals = recurrence.ordinals ?? []
  const faults: RecurrenceFault[] = []
  const fault = (isFault: boolean, field: Field, message: string) => {
    if (isFault) faults.push(error(field, message))
  }
  fault(
    Boolean(weeks),
    'weeks',
    'A monthly slot has no odd or even weeks. Clear them, or choose weekly',
  )
  switch (monthlyOn) {
    case 'weekday':
      fault(
        ordinals.length === 0,
        'ordinals',
        'The weekday needs a week of the month. Choose 1st to 5th or last, or choose weekly',
      )
      fault(
        weekdays.length === 0,
        'weekdays',
        'The week of the month needs a weekday. Choose a weekday, or the day of the month of the start date',
      )
      return faults
    case 'businessDay':
      fault(
        ordinals.length === 0,
        'ordinals',
        'Choose which business day of the month it is, such as 1st or last',
      )
      fault(
        weekdays.length > 0,
        'weekdays',
        'Business days are Monday to Friday. Clear the weekdays, or choose a weekday of the month',
      )
      break
    case 'date':
    case null:
    case undefined:
      fault(
        weekdays.length > 0,
        monthlyOn ? 'weekdays' : 'monthlyOn',
        'A slot on the day of the month of its start date has no weekdays. Clear the weekdays, or choose a weekday of the month',
      )
      fault(
        ordinals.length > 0 && (Boolean(monthlyOn) || weekdays.length === 0),
        monthlyOn ? 'ordinals' : 'monthlyOn',
        'A slot on the day of the month of its start date has no week of the month. Clear it, or choose a weekday or business day of the month',
      )
  }
  fault(
    Boolean(dayOffset),
    'dayOffset',
    'Only a slot on a weekday of the month can meet days before or after it. Clear the days, or choose a weekday',
  )
  return faults
}

function withoutDates(recurrence: Recurrence): RecurrenceFault[] {
  if (firstDay(recurrence) !== undefined) return []
  const {startDate, endDate, interval, monthlyOn, frequency} = recurrence
  if (endDate && firstDay({...recurrence, endDate: null}) !== undefined) {
    const message = `There is no date between ${startDate} and ${endDate}. Choose a later end date`
    return [error('endDate', message)]
  }
  if (frequency === 'weekly') {
    const message = `There is no date from ${startDate} until the calendar ends in 9999. Choose an earlier start date`
    return [error('startDate', message)]
  }
  const field = monthlyOn === 'date' || !monthlyOn ? 'startDate' : 'ordinals'
  const message = `Every ${interval} months from ${startDate}, no month has this day. Choose another one, or another interval`
  return [error(field, message)]
}

function firstDay(recurrence: Recurrence): number | undefined {
  const [day] = slotDays(recurrence, dayOf(recurrence.startDate))
  return day
}

function warnings(recurrence: Recurrence): RecurrenceFault[] {
  const {frequency, monthlyOn, startDate, interval} = recurrence
  const first = firstDay(recurrence)
  const days = meetingDays(recurrence)
  const weekday = weekdayOf(startDate)
  const next = first === undefined ? '' : dateOf(first)
  // Each week is counted alike from any day, so the start of such a slot only says from when it is valid.
  const isEachWeek = frequency === 'weekly' && interval === 1
  if (!isEachWeek && days.length > 0 && !days.includes(weekday)) {
    const message = `The start date ${startDate} is not a meeting day (${weekdayNames[weekday]}, not ${days.map((day) => weekdayNames[day]).join(', ')}). The first meeting is on ${next}`
    return [{field: 'startDate', level: 'warning', message}]
  }
  // The start decides which weeks or months count.
  if (interval > 1 && next !== startDate) {
    const message = `The first meeting is on ${next}, not on the start date ${startDate}, and every ${interval} ${frequency === 'weekly' ? 'weeks' : 'months'} are counted from the start. Choose the first meeting as the start date`
    return [{field: 'startDate', level: 'warning', message}]
  }
  const day = Number(startDate.slice(8))
  if (
    frequency === 'monthly' &&
    (monthlyOn === 'date' || !monthlyOn) &&
    day > daysEachTime(recurrence)
  ) {
    return [
      {field: 'startDate', level: 'warning', message: `Months without a day ${day} are skipped`},
    ]
  }
  return []
}

/** Returns the day that each month of a slot has. In whole years it is always the same month. */
function daysEachTime({interval, startDate}: Recurrence): number {
  return interval % 12 === 0 && startDate.slice(5) !== '02-29' ? 31 : 28
}

/** Returns the weekdays on which a slot can meet. Empty means any. */
function meetingDays({monthlyOn, weekdays, dayOffset}: Recurrence) {
  if (monthlyOn === 'businessDay') return allWeekdays.slice(0, 5)
  const offset = dayOffset ?? 0
  return weekdays.map((day) => allWeekdays.at((allWeekdays.indexOf(day) + offset) % 7) ?? day)
}
