import {
  isCalendarDate,
  wallClock,
  type Weekday,
  weekdayOf,
  weekdays,
} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {textsOf} from '../reading/textsOf.ts'

const day = '(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const month =
  '(January|February|March|April|May|June|July|August|September|October|November|December)'
const ofMonth = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const year = String.raw`(?:,?\s+(\d{4}))?`

/** A weekday next to a date, such as "Monday, May 27 2025", "Monday 27 May" or "March, Thursday 28th". */
const datePatterns: {pattern: RegExp; order: ('day' | 'month' | 'ofMonth')[]}[] = [
  {
    pattern: new RegExp(String.raw`\b${day},?\s+${month}\s+${ofMonth}\b${year}`, 'gi'),
    order: ['day', 'month', 'ofMonth'],
  },
  {
    pattern: new RegExp(
      String.raw`\b${day},?\s+(?:the\s+)?${ofMonth}\s+(?:of\s+)?${month}\b${year}`,
      'gi',
    ),
    order: ['day', 'ofMonth', 'month'],
  },
  {
    pattern: new RegExp(String.raw`\b${month},?\s+${day},?\s+${ofMonth}\b${year}`, 'gi'),
    order: ['month', 'day', 'ofMonth'],
  },
]

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
    const {title, summary, edition} = document
    return textsOf({title, summary, edition}).flatMap(({value, path}) =>
      contradictions(value, own).map((message) => ({level: 'warning' as const, path, message})),
    )
  },
} as const satisfies Rule

function contradictions(text: string, own: {date: string; weekday: Weekday}): string[] {
  const messages: string[] = []
  let rest = text
  for (const {pattern, order} of datePatterns) {
    for (const match of rest.matchAll(pattern)) {
      const part = (name: 'day' | 'month' | 'ofMonth') => match[order.indexOf(name) + 1] ?? ''
      const date = dateOf(match[4] ?? own.date.slice(0, 4), part('month'), part('ofMonth'))
      const actual = date && weekdayOf(date)
      if (actual && actual !== weekdayNamed(part('day'))) {
        messages.push(
          `“${match[0]}” does not exist: ${date} is a ${nameOf(actual)}. Correct the text.`,
        )
      }
    }
    rest = rest.replaceAll(pattern, ' ')
  }
  const alone = [...rest.matchAll(new RegExp(String.raw`\b${day}s?\b`, 'gi'))]
  if (alone.length > 0 && alone.every((match) => weekdayNamed(match[1] ?? '') !== own.weekday)) {
    messages.push(
      `The text says ${alone.map((match) => match[0]).join(' and ')}, but ${own.date} is a ${nameOf(own.weekday)}. Correct the text or the date, or remove the weekday, because the page shows it.`,
    )
  }
  return messages
}

const months = month.slice(1, -1).toLowerCase().split('|')
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function dateOf(inYear: string, named: string, number: string): string | undefined {
  const pad = (value: number) => String(value).padStart(2, '0')
  const date = `${inYear}-${pad(months.indexOf(named.toLowerCase()) + 1)}-${pad(Number(number))}`
  return isCalendarDate(date) ? date : undefined
}

function weekdayNamed(stem: string): Weekday | undefined {
  return weekdays.find((each) => stem.slice(0, 2).toUpperCase() === each)
}

function nameOf(weekday: Weekday): string {
  return names[weekdays.indexOf(weekday)] ?? weekday
}
