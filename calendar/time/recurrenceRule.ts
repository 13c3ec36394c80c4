import {monthOf, dayOf} from './calendarDays.ts'
import {weekdays as allWeekdays, type Ordinal, type Recurrence, type Weekday} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'

/**
 * Returns the iCalendar rule of a slot (RFC 5545 section 3.3.10), without UNTIL. Returns undefined if no
 * rule has exactly its dates: a day after the 4th or 5th weekday can be in the next month, which a rule
 * can't say.
 *
 * UNTIL needs an instant, so the caller adds it together with DTSTART.
 *
 * @example
 * recurrenceRule(firstAndThirdTuesday) // 'FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,3TU'
 * recurrenceRule(thursdaysOfOddWeeks) // 'FREQ=YEARLY;INTERVAL=1;BYWEEKNO=1,3,…,53;BYDAY=TH'
 * recurrenceRule(dayAfterFourthTuesday) // undefined
 */
export function recurrenceRule(recurrence: Recurrence): string | undefined {
  return recurrence.frequency === 'weekly' ? weeklyRule(recurrence) : monthlyRule(recurrence)
}

function weeklyRule({interval, weekdays, weeks, startDate}: Recurrence): string | undefined {
  const days = weekdays.length > 0 ? weekdays : [weekdayOf(startDate)]
  if (!weeks) return `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`
  // The checks allow no interval with odd or even weeks.
  if (interval !== 1) return undefined
  const numbers = Array.from({length: 53}, (_, index) => index + 1)
  const chosen = numbers.filter((number) => (number % 2 === 1) === (weeks === 'odd'))
  return `FREQ=YEARLY;INTERVAL=1;BYWEEKNO=${chosen.join(',')};BYDAY=${days.join(',')}`
}

function monthlyRule(recurrence: Recurrence): string | undefined {
  const {interval, weekdays, monthlyOn, startDate} = recurrence
  const ordinals = recurrence.ordinals ?? []
  const start = `FREQ=MONTHLY;INTERVAL=${interval}`
  if (!monthlyOn || monthlyOn === 'date')
    return `${start};BYMONTHDAY=${Number(startDate.slice(8, 10))}`
  // Without BYDAY or BYSETPOS, a rule has more dates than the slot, which has none.
  if (ordinals.length === 0) return undefined
  if (monthlyOn === 'businessDay')
    return `${start};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${ordinals.join(',')}`
  if (weekdays.length === 0) return undefined
  if (recurrence.dayOffset) return offsetRule(start, recurrence, recurrence.dayOffset)
  const days = ordinals.flatMap((ordinal) => weekdays.map((day) => `${ordinal}${day}`))
  return `${start};BYDAY=${days.join(',')}`
}

/**
 * The day after the 2nd Tuesday is the Wednesday from the 9th to the 15th. This is exact if those days exist
 * in every month, and if intervals are counted from the same month.
 */
function offsetRule(start: string, recurrence: Recurrence, offset: number): string | undefined {
  const {weekdays, ordinals, interval, startDate} = recurrence
  const startDay = dayOf(startDate)
  if (interval > 1 && monthOf(startDay) !== monthOf(startDay - offset)) return undefined
  const monthDays = (ordinals ?? []).map((ordinal) => weekOf(ordinal, offset))
  const days = weekdays.map((day) => shifted(day, offset)).join(',')
  if (monthDays.some((week) => week.some((day) => day === 0 || Math.abs(day) > 28)))
    return undefined
  return `${start};BYDAY=${days};BYMONTHDAY=${[...new Set(monthDays.flat())].join(',')}`
}

/** Returns the seven days of the month among which an ordinal is, moved by an offset. 0 is outside of the month. */
function weekOf(ordinal: Ordinal, offset: number): number[] {
  const first = (ordinal > 0 ? 7 * ordinal - 6 : 7 * ordinal) + offset
  const days = Array.from({length: 7}, (_, index) => first + index)
  return days.map((day) => (day > 0 === ordinal > 0 ? day : 0))
}

function shifted(weekday: Weekday, offset: number): Weekday {
  return allWeekdays[(allWeekdays.indexOf(weekday) + offset + 7) % 7] ?? weekday
}
