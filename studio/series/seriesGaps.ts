import {openDatesWithin} from './nextSession.ts'
import type {StoredSeries} from './readSeries.ts'

/** A date of a cadence that needs a session and has none. */
export interface Gap {
  series: StoredSeries
  /** UTC instant. */
  start: string
  /** IANA id. */
  timeZone: string
}

/** The gaps of one series, earliest first. Never empty. */
export type SeriesGaps = readonly [Gap, ...Gap[]]

/** How far ahead a date without a session is a gap. Communities rarely plan further. */
export const gapWeeks = 8

/**
 * Returns the gaps of the series that need a session for each date, the most urgent series first.
 *
 * The others meet on each date unless it is canceled, so their dates are not missing anything.
 *
 * @param now - UTC instant
 */
export function seriesGaps(series: readonly StoredSeries[], now: string): SeriesGaps[] {
  const horizon = new Date(Date.parse(now) + gapWeeks * 7 * 86_400_000).toISOString()
  return series
    .filter(({needsSessions}) => needsSessions)
    .flatMap((each): SeriesGaps[] => {
      const [first, ...rest] = openDatesWithin(each, now, horizon).map(({start, slot}): Gap => ({
        series: each,
        start,
        timeZone: slot.timeZone,
      }))
      return first ? [[first, ...rest]] : []
    })
    .toSorted(([a], [b]) => a.start.localeCompare(b.start))
}

/** Returns the gaps of all series, earliest first. */
export function gaps(series: readonly StoredSeries[], now: string): Gap[] {
  return seriesGaps(series, now)
    .flat()
    .toSorted((a, b) => a.start.localeCompare(b.start))
}

/** Returns the id of a gap's session: a stable one, so that opening a date twice opens the same session. */
export function sessionIdOf({series, start}: Gap): string {
  return `session-${series.id}-${start.slice(0, 16).replaceAll(/\D/g, '')}`
}
