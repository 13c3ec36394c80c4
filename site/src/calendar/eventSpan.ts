import type {MergedEvent} from '@touchpoints/calendar'
import type {Words} from '@touchpoints/words'

/** Writes the time of an event without a zone: whole days, or local time. */
export function eventSpan(event: MergedEvent, {dates, say}: Words): string {
  const {allDay, start, end} = event
  if (allDay) return say('calendar.dayAllDay', {date: dates.dayRange(start, end)})
  const date = dates.longDayName(start.slice(0, 10))
  return say('calendar.localTime', {date, time: dates.localRange(start, end)})
}
