import {type Recurrence, recurrenceDates, wallClock} from '@touchpoints/calendar/time'

export interface ScheduledSession {
  /** UTC instant. */
  start: string
  timeZone: string
  minutes: number
}

export interface SeriesFacts {
  cadence?: Recurrence | undefined
  /** Usual length of a session. */
  minutes?: number | undefined
  /** All sessions, including canceled ones, because their date is filled. */
  sessions: readonly ScheduledSession[]
}

/** Values for the next session of a series. Without a cadence, it has no start. */
export interface NextSession {
  /** UTC instant. */
  start?: string
  timeZone?: string
  minutes: number
}

/**
 * Returns the values for the next session of a series that has not been scheduled.
 *
 * @param now - UTC instant
 * @example nextSession({cadence: thursdays, sessions: []}, '2025-03-20T13:00:00Z').start // '2025-03-27T12:00:00Z'
 */
export function nextSession(series: SeriesFacts, now: string): NextSession {
  const {cadence, sessions} = series
  const latest = sessions.toSorted((a, b) => b.start.localeCompare(a.start))[0]
  const minutes = series.minutes ?? latest?.minutes ?? 60
  if (!cadence) return {minutes, ...(latest && {timeZone: latest.timeZone})}
  const start = openDates(series, now, 1)[0]
  return {minutes, timeZone: cadence.timeZone, ...(start && {start})}
}

/**
 * Returns the first `count` dates of a series' cadence from now on that have no session.
 *
 * Sessions and dates are compared by day, because a session that moved by an hour still fills its date.
 */
export function openDates({cadence, sessions}: SeriesFacts, now: string, count: number): string[] {
  if (!cadence) return []
  const dayOf = (instant: string) => wallClock(instant, cadence.timeZone).date
  const filled = new Set(sessions.map(({start}) => dayOf(start)))
  const dates = recurrenceDates(cadence, {from: now, count: count + filled.size})
  return dates.filter((date) => !filled.has(dayOf(date))).slice(0, count)
}
