import {type TextWeekday, weekdaysInText} from '@touchpoints/calendar/rhythm'
import {
  isCalendarDate,
  wallClock,
  type Weekday,
  weekdayNames,
  weekdayOf,
} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {textsOf} from '../reading/textsOf.ts'

/**
 * Reports a weekday in a text that contradicts its date.
 *
 * A weekday next to a date is compared with that date, and one without a date with the session's date.
 * The page derives weekdays, but a weekday in a text doesn't change with the date.
 */
export const weekdayInTextRule = {
  code: 'weekday-contradicts-date',
  check: (document) => {
    const session = scheduleOf(document['schedule'])
    if (!session) return []
    const own = wallClock(session.start, session.timeZone)
    const {title, titleTranslations, summary, summaryTranslations, edition, agenda} = document
    const texts = textsOf({title, titleTranslations, summary, summaryTranslations, edition, agenda})
    return texts.flatMap(({value, path}) =>
      contradictions(value, own).map((message) => ({level: 'warning' as const, path, message})),
    )
  },
} as const satisfies Rule

function contradictions(text: string, own: {date: string; weekday: Weekday}): string[] {
  const found = weekdaysInText(text)
  const dated = found.flatMap((each) => contradiction(each, own.date))
  const alone = found.filter(({date}) => !date)
  if (alone.length === 0 || alone.some(({weekday}) => weekday === own.weekday)) return dated
  const words = alone.map((each) => each.text).join(' and ')
  return [
    ...dated,
    `The text says ${words}, but ${own.date} is a ${weekdayNames[own.weekday]}. Correct the text or the date, or remove the weekday, because the page shows it.`,
  ]
}

function contradiction({text, weekday, date}: TextWeekday, ownDate: string): string[] {
  if (!date) return []
  const pad = (value: number) => String(value).padStart(2, '0')
  const {year = Number(ownDate.slice(0, 4)), month, day} = date
  const written = `${year}-${pad(month)}-${pad(day)}`
  if (!isCalendarDate(written)) return []
  const actual = weekdayOf(written)
  if (actual === weekday) return []
  return [`“${text}” does not exist: ${written} is a ${weekdayNames[actual]}. Correct the text.`]
}
