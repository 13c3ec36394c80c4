import {wallClock, weekdayNames, weekdayOf} from '@touchpoints/calendar/time'
import {fieldsOf, refOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {Context} from './readers/reader.ts'

/** Reports sessions on another weekday than the page gives for their slot. */
export function checkWeekdays({out}: Context): void {
  for (const session of out.ofType('touchpoint')) {
    const series = out.get(refOf(session['series']) ?? '')
    const schedule = scheduleOf(session['schedule'])
    const words = series && rhythmDay(series)
    if (!series || !schedule || words === undefined) continue
    const day = weekdayNames[weekdayOf(wallClock(schedule.start, schedule.timeZone).date)]
    if (words.toLowerCase().includes(day.toLowerCase())) continue
    const places = out.result().documents.find(({document}) => document._id === session._id)?.places
    out.verify(places?.[0]?.line ?? 1, {
      code: 'sources-differ',
      message: `"${String(session['title'])}" is on a ${day}, and its series "${String(series['title'])}" meets on ${words}. Check the date and the slot.`,
      document: session._id,
    })
  }
}

/** Returns the weekdays of a series, from its cadence or its words. */
function rhythmDay(series: object): string | undefined {
  const {cadence, cadenceText} = fieldsOf(series)
  const slots = fieldsOf(cadence)['slots']
  const days = Array.isArray(slots) ? slots.flatMap((slot) => fieldsOf(slot)['weekdays']) : []
  const names = Object.entries(weekdayNames).filter(([day]) => days.includes(day))
  if (names.length > 0) return names.map(([, name]) => `${name}s`).join(' and ')
  const words = textOf(cadenceText)?.match(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi)
  return words ? words.join(' and ') : undefined
}
