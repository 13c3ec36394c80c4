import {isInstant} from './momentText.ts'
import type {Upcoming} from './upcomingMeetings.ts'

/** Limits of the list. The calendar has everything. */
export const rowLimits = {
  /** Meetings of these days are shown. */
  days: 7,
  /** A quiet week is filled up to this number with later ones. */
  min: 8,
  /** With 16 rows, the page of a community with 30 series is shorter than 4,500 px. */
  max: 16,
} as const

/** Returns the first meetings: those of the next days, and more of them after a quiet week. */
export function chooseRows(meetings: readonly Upcoming[], now: string): Upcoming[] {
  const end = Date.parse(now) + rowLimits.days * 86_400_000
  const soon = meetings.filter(({event}) => startOf(event) < end).length
  return meetings.slice(0, Math.min(rowLimits.max, Math.max(rowLimits.min, soon)))
}

function startOf({start}: {start: string}): number {
  return Date.parse(isInstant({start}) || !start.includes('T') ? start : `${start}Z`)
}
