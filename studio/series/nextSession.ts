import {type Recurrence, recurrenceDates, wallClock} from '@touchpoints/calendar/time'

export interface KnownSession {
  /** UTC instant. */
  start: string
  timeZone: string
  minutes: number
}

export interface SeriesFacts {
  cadence?: Recurrence | undefined
  /** The usual length. */
  minutes?: number | undefined
  /** Those that are on record, cancelled ones too: their date is taken. */
  sessions: readonly KnownSession[]
}

/** What is known of a series' next session; without a cadence its date is for the editor to choose. */
export interface NextSession {
  /** UTC instant. */
  start?: string
  timeZone?: string
  minutes: number
}

/**
 * The next session of a series that nobody has scheduled yet.
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
 * The first `count` dates of a series' cadence from now on that have no session on that day.
 *
 * A day, not an instant: a session moved by an hour still fills its date.
 */
export function openDates({cadence, sessions}: SeriesFacts, now: string, count: number): string[] {
  if (!cadence) return []
  const dayOf = (instant: string) => wallClock(instant, cadence.timeZone).date
  const taken = new Set(sessions.map(({start}) => dayOf(start)))
  const dates = recurrenceDates(cadence, {from: now, count: count + taken.size})
  return dates.filter((date) => !taken.has(dayOf(date))).slice(0, count)
}
