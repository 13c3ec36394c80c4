import {cadenceDates, instantFromWallClock, wallClock} from '@touchpoints/calendar/time'
import {addDays, datesIn} from '@touchpoints/words/dates'

import {openDatesWithin} from '../series/nextSession.ts'
import type {StoredSeries} from '../series/readSeries.ts'
import type {NearSession, Overview} from '../attention/overview.ts'
import type {OwnMeeting} from './ownMeetings.ts'

/**
 * What meets in the next seven days: a session, a date of a standing series, a date that is skipped, or a meeting
 * that only the community's own calendars have.
 */
export type WeekEntry = {
  key: string
  title: string
  /** UTC instants. */
  start: string
  end: string
} & (
  | {kind: 'session'; id: string; status: string}
  | {kind: 'standing'; seriesId: string}
  | {kind: 'skipped'; seriesId: string; reason?: string | undefined}
  | {kind: 'meeting'; status: OwnMeeting['status']; allDay: boolean}
)

/** A day with its entries. */
export interface WeekDay {
  /** `Thu 26 Nov` */
  name: string
  entries: readonly WeekEntry[]
}

/**
 * Returns the days with meetings, today and the six days after it, each day with its meetings in order.
 *
 * @param now - UTC instant
 * @param timeZone - IANA id of the community's zone, in which days begin
 * @param meetings - those that only the community's own calendars have
 */
export function weekDays(
  overview: Pick<Overview, 'sessions' | 'series'>,
  now: string,
  timeZone: string,
  meetings: readonly OwnMeeting[] = [],
): WeekDay[] {
  const {from, to} = weekSpan(now, timeZone)
  const documents = [
    ...overview.sessions.filter(({start}) => start >= from && start < to).map(sessionEntry),
    ...overview.series.flatMap((series) => seriesEntries(series, from, to)),
  ]
  // The calendar says more about a standing date than its cadence, such as that it is canceled.
  const filled = new Set(
    meetings.flatMap(({fills}) => fills.map((date) => dateKey(date.seriesId, date.start))),
  )
  const shown = documents.filter(
    (entry) => entry.kind !== 'standing' || !filled.has(dateKey(entry.seriesId, entry.start)),
  )
  const isShown = new Set(shown.map(meetingKey))
  const ofCalendars = meetings
    .filter(({start, end}) => start < to && end > from)
    // One that began before today, such as a conference, is on today.
    .map((meeting) => meetingEntry(meeting, from))
    .filter((entry) => !isShown.has(meetingKey(entry)))
  const entries = [...shown, ...ofCalendars].toSorted(
    (a, b) => a.start.localeCompare(b.start) || a.title.localeCompare(b.title),
  )
  const dates = datesIn('en')
  const days = Map.groupBy(entries, ({start}) => dates.shortDay(start, timeZone))
  return [...days].map(([name, each]) => ({name, entries: each}))
}

/** Returns the next session after an instant that is not canceled. */
export function nextEntry(
  {sessions}: Pick<Overview, 'sessions'>,
  now: string,
): WeekEntry | undefined {
  const next = sessions.find(({start, status}) => start >= now && status !== 'cancelled')
  return next && sessionEntry(next)
}

/** Returns the seven days from the beginning of today: UTC instants, half-open. */
export function weekSpan(now: string, timeZone: string): {from: string; to: string} {
  const {date} = wallClock(now, timeZone)
  return {from: dayStart(date, timeZone), to: dayStart(addDays(date, 7), timeZone)}
}

function dayStart(date: string, timeZone: string): string {
  const reading = instantFromWallClock(date, '00:00', timeZone)
  if (reading.kind === 'instant') return reading.instant
  if (reading.kind === 'invalid') throw new RangeError(reading.message)
  // Where clocks change at midnight, the day begins an hour later, or with the first of two midnights.
  return reading.kind === 'overlap' ? reading.earlier : reading.later
}

function meetingEntry(
  {id, title, status, start, end, allDay}: OwnMeeting,
  from: string,
): WeekEntry {
  const shown = start < from ? from : start
  return {kind: 'meeting', key: id, title, status, start: shown, end, allDay}
}

function dateKey(seriesId: string, start: string): string {
  return `${seriesId} ${Date.parse(start)}`
}

/** The calendar is read less often than the documents, so a session that is new can still be in it as a meeting. */
function meetingKey({title, start}: WeekEntry): string {
  return `${Date.parse(start)} ${title}`
}

function sessionEntry({id, title, status, start, end}: NearSession): WeekEntry {
  return {kind: 'session', key: id, id, title, status, start, end}
}

function seriesEntries(series: StoredSeries, from: string, to: string): WeekEntry[] {
  const {id, title, cadence, minutes = 60, needsSessions, sessions} = series
  if (!cadence) return []
  const entry = (start: string) => ({
    key: `${id} ${start}`,
    seriesId: id,
    title,
    ...timesOf(start, minutes),
  })
  const filled = new Set(sessions.map(({start}) => start))
  const skipped = cadenceDates(cadence, {from, to, skipped: 'include'}).flatMap(
    ({start, change}): WeekEntry[] =>
      change?.kind === 'skipped' && !filled.has(start)
        ? [{kind: 'skipped', ...entry(start), reason: change.reason}]
        : [],
  )
  // A date of the other series needs a session: without one it is a gap, not a meeting.
  if (needsSessions) return skipped
  const standing = openDatesWithin(series, from, to).map(({start}): WeekEntry => ({
    kind: 'standing',
    ...entry(start),
  }))
  return [...standing, ...skipped]
}

function timesOf(start: string, minutes: number) {
  return {start, end: new Date(Date.parse(start) + minutes * 60_000).toISOString()}
}
