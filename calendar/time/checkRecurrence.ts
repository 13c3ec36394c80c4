import type {Recurrence} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {isTimeZone} from './isTimeZone.ts'

export interface RecurrenceFault {
  field: keyof Recurrence
  /**
   * An error means that the recurrence has no dates. A warning means that the dates may not be what the
   * editor intended.
   */
  level: 'error' | 'warning'
  message: string
}

/**
 * Validates a recurrence.
 *
 * @returns errors that leave it without dates, or warnings about dates that the editor may not intend.
 */
export function checkRecurrence(recurrence: Recurrence): RecurrenceFault[] {
  const errors = fieldErrors(recurrence)
  return errors.length > 0 ? errors : [...contradictions(recurrence), ...warnings(recurrence)]
}

function fieldErrors({interval, time, timeZone, startDate, endDate}: Recurrence) {
  const faults: RecurrenceFault[] = []
  const fault = (field: keyof Recurrence, message: string) =>
    faults.push({field, level: 'error', message})
  if (!Number.isInteger(interval) || interval < 1 || interval > 12) {
    fault('interval', 'Enter an interval in weeks or months: a whole number from 1 to 12')
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
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
  return faults
}

function contradictions(recurrence: Recurrence): RecurrenceFault[] {
  const {frequency, weekdays, ordinal, startDate, endDate} = recurrence
  const faults: RecurrenceFault[] = []
  if (frequency === 'weekly' && ordinal) {
    const message =
      'Only a monthly recurrence has a week of the month, such as "2nd" or "last". Clear it, or choose monthly'
    faults.push({field: 'ordinal', level: 'error', message})
  }
  if (frequency === 'monthly' && ordinal && weekdays.length === 0) {
    const message =
      'The week of the month needs a weekday. Choose a weekday, or clear the week of the month'
    faults.push({field: 'weekdays', level: 'error', message})
  }
  if (frequency === 'monthly' && !ordinal && weekdays.length > 0) {
    const message =
      'The weekday needs a week of the month. Choose 1st, 2nd, 3rd, 4th or last, or clear the weekday'
    faults.push({field: 'ordinal', level: 'error', message})
  }
  if (endDate && endDate < startDate) {
    const message = `The end date ${endDate} is before the start date ${startDate}. Choose a later end date`
    faults.push({field: 'endDate', level: 'error', message})
  }
  return faults
}

function warnings({frequency, weekdays, ordinal, startDate}: Recurrence): RecurrenceFault[] {
  const weekday = weekdayOf(startDate)
  if (weekdays.length > 0 && !weekdays.includes(weekday)) {
    const message = `The start date ${startDate} is not a meeting day (${weekday}, not ${weekdays.join(', ')})`
    return [{field: 'startDate', level: 'warning', message}]
  }
  const day = Number(startDate.slice(8))
  if (frequency === 'monthly' && !ordinal && day > 28) {
    const message = `Months without a day ${day} are skipped`
    return [{field: 'startDate', level: 'warning', message}]
  }
  return []
}
