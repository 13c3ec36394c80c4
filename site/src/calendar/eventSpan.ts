import type {MergedEvent} from '@touchpoints/calendar'

import {addDays, dateName, dayName} from '../time/dates.ts'

/** Writes the time of an event without a zone: whole days, or local time. */
export function eventSpan({allDay, start, end}: MergedEvent): string {
  const first = start.slice(0, 10)
  if (allDay) {
    const last = addDays(end.slice(0, 10), -1)
    return last <= first ? `${dayName(first)}, all day` : `${dateName(first)} to ${dateName(last)}`
  }
  const [from, to] = [start.slice(11, 16), end.slice(11, 16)]
  return `${dayName(first)}, ${from === to ? from : `${from}–${to}`} local time`
}
