import type {MergedEvent} from '@touchpoints/calendar'
import type {Words} from '@touchpoints/words'
import {addDays} from '@touchpoints/words/dates'

import {wallClockRange} from './eventDays.ts'

/** Writes the time of an event without a zone: whole days, or local time. */
export function eventSpan(event: MergedEvent, {dates, say}: Words): string {
  const {allDay, start, end} = event
  const first = start.slice(0, 10)
  if (!allDay) {
    return say('calendar.localTime', {
      date: dates.dayName(first),
      time: wallClockRange(event, dates),
    })
  }
  const last = addDays(end.slice(0, 10), -1)
  return last <= first
    ? say('calendar.dayAllDay', {date: dates.dayName(first)})
    : say('calendar.days', {from: dates.dateName(first), to: dates.dateName(last)})
}
