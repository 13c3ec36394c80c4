import {addDays} from '@touchpoints/words/dates'

import {type OwnMeeting, takesPlace} from './ownMeetings.ts'
import type {Meetings, Series, Touchpoint} from './pageContent.ts'

/** The meetings of a page, grouped. Each one is in one group. */
export interface ArrangedMeetings {
  /** The next meeting of each series, soonest first. At most `maxNext`. */
  next: NextMeeting[]
  /** All other sessions that have not ended, including cancelled ones, soonest first. */
  later: Touchpoint[]
  /** Dates of cadences in the next months that are off or moved, soonest first. */
  changes: OwnMeeting[]
  /** By year, newest first. */
  past: PastYear[]
  /** What meets: series that are active or paused, the community's own first. */
  series: SeriesDates[]
  /** Series that have ended. */
  ended: Series[]
}

/** A session, or a date of a series without one. */
export type NextMeeting =
  | {kind: 'session'; start: string; session: Touchpoint}
  | {kind: 'date'; start: string; date: OwnMeeting}

/** A series with its next dates. */
export interface SeriesDates {
  series: Series
  /** Soonest first, including dates that are to be announced, off or moved. */
  dates: OwnMeeting[]
}

export interface PastYear {
  year: string
  /** Held and cancelled touchpoints. */
  touchpoints: Touchpoint[]
  /** Planned touchpoints that were never confirmed. It is unknown whether they took place. */
  unconfirmed: Touchpoint[]
}

/** Number of meetings that are shown with their details. A community can have a hundred series. */
export const maxNext = 5

/** Days ahead in which a date that is off or moved is news. Its series has all of them on its own page. */
const changeDays = 92

/**
 * Groups the meetings of a page.
 *
 * @param now - UTC instant
 */
export function arrangeMeetings(
  {series, upcoming, past}: Pick<Meetings, 'series' | 'upcoming' | 'past'>,
  ahead: readonly OwnMeeting[],
  now: string,
): ArrangedMeetings {
  const soon = addDays(now.slice(0, 10), changeDays)
  const next = nextMeetings(series, ahead).slice(0, maxNext)
  const shown = new Set(next.flatMap((each) => (each.kind === 'session' ? each.session._id : [])))
  const years = Map.groupBy(past, ({schedule}) => schedule.start.slice(0, 4))
  return {
    next,
    later: upcoming.filter(({_id}) => !shown.has(_id)),
    changes: ahead.filter((date) => isChange(date) && date.event.start < soon),
    past: [...years].map(([year, touchpoints]) => ({year, ...splitByStatus(touchpoints)})),
    series: seriesDates(series, ahead),
    ended: series.filter(({lifecycle}) => lifecycle === 'ended'),
  }
}

/** Returns the series that are active or paused with their dates, the community's own first. */
export function seriesDates(
  series: readonly Series[],
  ahead: readonly OwnMeeting[],
): SeriesDates[] {
  return series
    .filter(({lifecycle}) => lifecycle !== 'ended')
    .map((each) => ({series: each, dates: ahead.filter((date) => date.series?._id === each._id)}))
    .toSorted((a, b) => Number(a.series.group !== null) - Number(b.series.group !== null))
}

/** Returns the soonest meeting of each series: its next session, or an earlier date of its cadence. */
function nextMeetings(series: Meetings['series'], ahead: readonly OwnMeeting[]): NextMeeting[] {
  return series
    .flatMap(({_id, next}): NextMeeting[] => {
      const date = ahead.find((each) => each.series?._id === _id && takesPlace(each))
      if (date && !date.session && (!next || date.event.start < next.schedule.start)) {
        return [{kind: 'date', start: date.event.start, date}]
      }
      return next ? [{kind: 'session', start: next.schedule.start, session: next}] : []
    })
    .toSorted((a, b) => a.start.localeCompare(b.start))
}

/** A session that is off has a record, and is in the list of sessions. */
function isChange({event, session, moved}: OwnMeeting): boolean {
  return !session && (event.status === 'cancelled' || moved !== undefined)
}

function splitByStatus(past: readonly Touchpoint[]): Omit<PastYear, 'year'> {
  return {
    touchpoints: past.filter(({status}) => status !== 'planned'),
    unconfirmed: past.filter(({status}) => status === 'planned'),
  }
}
