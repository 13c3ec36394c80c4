import type {MergedEvent} from '@touchpoints/calendar'

/** How far `calendar.ics` and `events.json` reach from now. */
export const programmeDays = {back: 92, ahead: 184} as const

const day = 86_400_000

/** Whether an event is still to come and in `calendar.ics`: the one place where a feed's event has a file. */
export function hasFile(event: MergedEvent, now: string): boolean {
  const from = Date.parse(now)
  const end = Date.parse(event.end)
  return end > from && end < from + programmeDays.ahead * day
}
