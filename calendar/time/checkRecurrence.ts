import type {Recurrence} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {isTimeZone} from './isTimeZone.ts'

export interface RecurrenceFault {
  field: keyof Recurrence
  /** Errors keep a recurrence from having dates; warnings are what an editor may not have meant. */
  level: 'error' | 'warning'
  message: string
}

/** What keeps a recurrence from making dates, or makes others than its editor may have meant. */
export function checkRecurrence(recurrence: Recurrence): RecurrenceFault[] {
  const errors = fieldErrors(recurrence)
  return errors.length > 0 ? errors : [...contradictions(recurrence), ...surprises(recurrence)]
}

function fieldErrors({interval, time, timeZone, startDate, endDate}: Recurrence) {
  const faults: RecurrenceFault[] = []
  const fault = (field: keyof Recurrence, message: string) =>
    faults.push({field, level: 'error', message})
  if (!Number.isInteger(interval) || interval < 1 || interval > 12) {
    fault('interval', 'Every how many weeks or months: a whole number from 1 to 12')
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    fault('time', `"${time}" is no time of day: write 24 hours and minutes, like 17:30`)
  }
  if (!isTimeZone(timeZone)) {
    fault('timeZone', `"${timeZone}" is no time zone: choose one like Europe/London`)
  }
  if (!isCalendarDate(startDate))
    fault('startDate', `"${startDate}" is no date: write it like 2025-01-09`)
  if (endDate && !isCalendarDate(endDate)) {
    fault('endDate', `"${endDate}" is no date: write it like 2025-12-18, or leave it empty`)
  }
  return faults
}

function contradictions(recurrence: Recurrence): RecurrenceFault[] {
  const {frequency, weekdays, ordinal, startDate, endDate} = recurrence
  const faults: RecurrenceFault[] = []
  if (frequency === 'weekly' && ordinal) {
    const message = 'Only a monthly recurrence has a "2nd" or "last": clear it, or choose monthly'
    faults.push({field: 'ordinal', level: 'error', message})
  }
  if (frequency === 'monthly' && ordinal && weekdays.length === 0) {
    const message = 'Which weekday of the month? Choose one, or clear the "2nd" or "last"'
    faults.push({field: 'weekdays', level: 'error', message})
  }
  if (frequency === 'monthly' && !ordinal && weekdays.length > 0) {
    const message = 'Which of the month: the 1st, 2nd, 3rd, 4th or last? Or clear the weekday'
    faults.push({field: 'ordinal', level: 'error', message})
  }
  if (endDate && endDate < startDate) {
    const message = `It would end on ${endDate}, before it begins on ${startDate}`
    faults.push({field: 'endDate', level: 'error', message})
  }
  return faults
}

function surprises({frequency, weekdays, ordinal, startDate}: Recurrence): RecurrenceFault[] {
  const weekday = weekdayOf(startDate)
  if (weekdays.length > 0 && !weekdays.includes(weekday)) {
    const message = `${startDate} is itself no meeting day (${weekday}, not ${weekdays.join(', ')})`
    return [{field: 'startDate', level: 'warning', message}]
  }
  const day = Number(startDate.slice(8))
  if (frequency === 'monthly' && !ordinal && day > 28) {
    const message = `Months without a day ${day} are skipped`
    return [{field: 'startDate', level: 'warning', message}]
  }
  return []
}
