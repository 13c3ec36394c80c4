import {weekdayNames} from './weekdayNames.ts'
import {Temporal} from 'temporal-polyfill'
import {ordinalName} from './ordinalNames.ts'
import {weekdays as allWeekdays, type Recurrence, type Weekday} from './recurrence.ts'
import {weekdayOf} from './weekdayOf.ts'

/**
 * Describes a recurrence in words.
 *
 * The sentence comes from the same data as the dates, so the two cannot contradict each other.
 *
 * @example
 * recurrenceSentence(monthly, 'en') // 'Every 2nd Thursday of the month at 12:00 (Europe/London)'
 * recurrenceSentence(biweekly, 'en') // 'Every 2 weeks on Monday at 17:00 (Europe/Madrid)'
 */
export function recurrenceSentence(recurrence: Recurrence, locale: 'en' = 'en'): string {
  const {time, timeZone, endDate} = recurrence
  const days = recurrence.frequency === 'weekly' ? weekly(recurrence) : monthly(recurrence)
  const until = endDate ? `, until ${longDate(endDate, locale)}` : ''
  return `${days} at ${time} (${timeZone})${until}`
}

function weekly({interval, weekdays, weeks, startDate}: Recurrence): string {
  const days = list(namesOf(weekdays.length > 0 ? weekdays : [weekdayOf(startDate)]))
  const of = weeks ? ` of ${weeks} weeks` : ''
  if (interval === 1) return `Every ${days}${of}`
  return `Every ${interval} weeks on ${days}`
}

function monthly(recurrence: Recurrence): string {
  const {interval, weekdays, monthlyOn, startDate} = recurrence
  const ordinals = recurrence.ordinals ?? []
  if (!monthlyOn || monthlyOn === 'date') {
    const day = ordinalName(Number(startDate.slice(8, 10)))
    return interval === 1 ? `Every month on the ${day}` : `Every ${interval} months on the ${day}`
  }
  const names = monthlyOn === 'businessDay' ? ['business day'] : namesOf(weekdays)
  const days = list(
    names.flatMap((name) => ordinals.map((ordinal) => `${ordinalName(ordinal)} ${name}`)),
  )
  const offset = offsetWords(recurrence.dayOffset ?? 0)
  return interval === 1
    ? `Every ${days} of the month${offset}`
    : `Every ${interval} months on the ${days}${offset}`
}

function offsetWords(offset: number): string {
  if (offset === 0) return ''
  const days = Math.abs(offset)
  return `, ${days} ${days === 1 ? 'day' : 'days'} ${offset > 0 ? 'later' : 'earlier'},`
}

/** Returns each weekday's name once, in the order of the week. */
function namesOf(chosen: readonly Weekday[]): string[] {
  return allWeekdays.filter((day) => chosen.includes(day)).map((day) => weekdayNames[day])
}

function list(words: string[]): string {
  return new Intl.ListFormat('en', {type: 'conjunction'}).format(words)
}

function longDate(date: string, locale: 'en'): string {
  const options = {day: 'numeric', month: 'long', year: 'numeric'} as const
  return Temporal.PlainDate.from(date).toLocaleString(`${locale}-GB`, options)
}
