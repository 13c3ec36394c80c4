import type {Recurrence} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'

/**
 * Returns the iCalendar rule of a recurrence, without UNTIL.
 *
 * UNTIL needs an instant (RFC 5545 section 3.3.10), so the caller adds it together with DTSTART.
 *
 * @example recurrenceRule(everySecondThursdayOfTheMonth) // 'FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH'
 */
export function recurrenceRule(recurrence: Recurrence): string {
  const {frequency, interval, startDate} = recurrence
  const parts = [`FREQ=${frequency.toUpperCase()}`, `INTERVAL=${interval}`]
  if (frequency === 'weekly') {
    const days = recurrence.weekdays.length > 0 ? recurrence.weekdays : [weekdayOf(startDate)]
    return [...parts, `BYDAY=${days.join(',')}`].join(';')
  }
  const {ordinal} = recurrence
  if (!ordinal) return [...parts, `BYMONTHDAY=${Number(startDate.slice(8, 10))}`].join(';')
  const days = recurrence.weekdays.length > 0 ? recurrence.weekdays : [weekdayOf(startDate)]
  return [...parts, `BYDAY=${days.map((day) => `${ordinal}${day}`).join(',')}`].join(';')
}
