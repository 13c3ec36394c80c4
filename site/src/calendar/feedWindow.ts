import type {MergedEvent} from '@touchpoints/calendar'

/** How many days `calendar.ics` and `events.json` cover before and after now. */
export const feedDays = {back: 92, ahead: 184} as const

const day = 86_400_000

/** Whether `calendar.ics` contains an event that has not ended. Only there do events of a feed have a file. */
export function isInCalendarFile(event: MergedEvent, now: string): boolean {
  const from = Date.parse(now)
  const end = Date.parse(event.end)
  return end > from && end < from + feedDays.ahead * day
}
