import {Temporal} from 'temporal-polyfill'

import {weekdays, type Weekday} from '../time/recurrence.ts'
import {weekdayNames} from '../time/weekdayNames.ts'
import {weekdayOf} from '../time/weekdayOf.ts'
import type {WrittenDay} from './findDay.ts'
import type {QuestionCode} from './question.ts'
import {dateText} from './writtenDate.ts'

/** The dates that a written day can be: one, or a question with several. */
export type DayReading =
  | {kind: 'date'; date: string}
  | {
      kind: 'question'
      code: QuestionCode
      message: string
      /** `YYYY-MM-DD` */
      dates: readonly string[]
    }

/** A date that was less than this many days ago may be meant, for a session that has taken place. */
const recentDays = 60

/**
 * Returns the date that a written day is, seen from today.
 *
 * A weekday alone is the first one from today on. What is written in two ways has to agree.
 *
 * @param today - `YYYY-MM-DD`, in the zone of the moment
 * @param isPast - whether the time of day is over today
 */
export function dateOfDay(day: WrittenDay, today: string, isPast: boolean): DayReading {
  if (day.fromToday !== undefined) return agreeing(day, plus(today, day.fromToday))
  if (day.day !== undefined)
    return day.month === undefined ? dayOfMonth(day.day, today) : written(day, today)
  const {weekday} = day
  if (weekday === undefined) {
    const message = 'On which day? Write a weekday or a date, such as “Thu” or “12 March”.'
    return ask('which-day', message, [...(isPast ? [] : [today]), plus(today, 1)])
  }
  return dateOfWeekday(weekday, day.which, today, isPast)
}

function dateOfWeekday(
  weekday: Weekday,
  which: WrittenDay['which'],
  today: string,
  isPast: boolean,
): DayReading {
  const from = weekdays.indexOf(weekdayOf(today))
  const ahead = (weekdays.indexOf(weekday) - from + 7) % 7
  const ofNextWeek = weekdays.indexOf(weekday) - from + 7
  if (which === 'nextWeek') return date(plus(today, ofNextWeek))
  const name = weekdayNames[weekday]
  if (ahead === 0 && which === undefined && !isPast) {
    return ask('which-day', `Today is a ${name}. Is it today, or in a week?`, [
      today,
      plus(today, 7),
    ])
  }
  const first = ahead === 0 ? 7 : ahead
  if (which !== 'next' || first === ofNextWeek) return date(plus(today, first))
  return ask(
    'two-readings',
    `Is “next ${name}” the first one from today, or the one of next week?`,
    [plus(today, first), plus(today, ofNextWeek)],
  )
}

function dayOfMonth(day: number, today: string): DayReading {
  const month = Temporal.PlainDate.from(today).with({day: 1})
  const dates = [0, 1, 2].flatMap((months) => {
    const {year, month: number} = month.add({months})
    return dateText(year, number, day) ?? []
  })
  const [first] = dates.filter((each) => each >= today)
  return first === undefined ? noSuchDay() : date(first)
}

function written(day: WrittenDay, today: string): DayReading {
  if (!day.swapped) return inYear(day, today)
  const readings = [day, {...day, month: day.day, day: day.month}].map((each) =>
    inYear(each, today),
  )
  const dates = readings.flatMap((each) => (each.kind === 'date' ? each.date : []))
  if (dates.length === 1 && dates[0] !== undefined) return date(dates[0])
  return ask('two-readings', 'Which number is the day, and which one is the month?', dates)
}

function inYear(day: WrittenDay, today: string): DayReading {
  const {year, month = 0, day: number = 0} = day
  if (year !== undefined) {
    const exact = dateText(year, month, number)
    return exact === undefined ? noSuchDay() : agreeing(day, exact)
  }
  const current = Number(today.slice(0, 4))
  const near = [-1, 0, 1, 2, 3, 4].flatMap((step) => dateText(current + step, month, number) ?? [])
  const fitting = near.filter(
    (each) => day.weekday === undefined || weekdayOf(each) === day.weekday,
  )
  const ahead = fitting.find((each) => each >= today)
  const recent = fitting.findLast((each) => each < today && daysBetween(each, today) <= recentDays)
  const [soonest] = near.filter((each) => each >= today)
  if (near.length === 0) return noSuchDay()
  if (recent !== undefined && ahead !== undefined && day.weekday === undefined) {
    return ask('which-year', 'In which year? The date was not long ago.', [recent, ahead])
  }
  const best =
    ahead !== undefined && daysBetween(today, ahead) <= 366 ? ahead : (recent ?? undefined)
  if (best !== undefined) return date(best)
  return soonest === undefined ? noSuchDay() : agreeing(day, soonest)
}

/** Asks if the weekday beside a date is another one. */
function agreeing({weekday}: WrittenDay, exact: string): DayReading {
  const actual = weekdayOf(exact)
  if (weekday === undefined || weekday === actual) return date(exact)
  const step = weekdays.indexOf(weekday) - weekdays.indexOf(actual)
  const nearest = plus(exact, step > 3 ? step - 7 : step < -3 ? step + 7 : step)
  const message = `${exact} is a ${weekdayNames[actual]}, not a ${weekdayNames[weekday]}. Which one is right?`
  return ask('date-differs', message, [exact, nearest])
}

function ask(code: QuestionCode, message: string, dates: readonly string[]): DayReading {
  return {kind: 'question', code, message, dates}
}

function noSuchDay(): DayReading {
  return ask(
    'date-differs',
    'This date does not exist. Write another one, such as “12 March 2027”.',
    [],
  )
}

function date(exact: string): DayReading {
  return {kind: 'date', date: exact}
}

function plus(from: string, days: number): string {
  return Temporal.PlainDate.from(from).add({days}).toString()
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days
}
