import {utcOf} from './isOver.ts'
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
  return meetings.slice(
    0,
    rowCount(
      meetings.map(({event}) => event.start),
      now,
    ),
  )
}

/**
 * Returns how many rows a list shows.
 *
 * @param starts - of the meetings that have not ended
 */
export function rowCount(starts: readonly string[], now: string): number {
  const end = Date.parse(now) + rowLimits.days * 86_400_000
  const soon = starts.filter((start) => utcOf(start) < end).length
  return Math.min(rowLimits.max, Math.max(rowLimits.min, soon))
}
