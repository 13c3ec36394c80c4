import type {MergedEvent} from '@touchpoints/calendar'
import {cadenceDates, type Cadence} from '@touchpoints/calendar/time'
import type {PublishedEvent} from 'touchpoints/feeds'

import {isStatic} from '../output.ts'
import {isWithinHorizon} from '../whatsOn/horizon.ts'
import type {Meetings, Series, Touchpoint} from './pageContent.ts'

/** A date on which the community or one of its groups meets. */
export interface OwnMeeting {
  event: MergedEvent
  /** The public version of the event, with its links. */
  published: PublishedEvent
  /** Absent for an event of the own calendar that belongs to no series. */
  series?: Series
  /** The record of the session. Absent for a date that follows from a cadence or a calendar. */
  session?: Touchpoint
  /** Id of the group that meets. Absent when it is the whole community. */
  groupId?: string
  /** Set for a date that its cadence has moved. */
  moved?: {
    /** The UTC instant at which it would have been. */
    from: string
    reason?: string
  }
}

interface Sources {
  events: readonly MergedEvent[]
  /** By the ids of the events. */
  published: ReadonlyMap<string, PublishedEvent>
  meetings: Pick<Meetings, 'series' | 'upcoming' | 'window'>
  /** UTC instant. */
  now: string
}

/**
 * Returns the meetings of the community and its groups that have not ended, soonest first: sessions, dates of
 * cadences and events of the own calendar alike. Includes cancelled ones, with their reason.
 */
export function ownMeetings({events, published, meetings, now}: Sources): OwnMeeting[] {
  const series = new Map(meetings.series.map((each) => [each._id, each]))
  const all = [...meetings.window.touchpoints, ...meetings.upcoming]
  const sessions = new Map(all.map((each) => [each._id, each]))
  return events
    .flatMap((event): OwnMeeting[] => {
      const details = published.get(event.id)
      if (!details || event.allDay || event.floating || isOver(event, now)) return []
      const session = event.kind === 'touchpoint' ? sessions.get(event.touchpoint.id) : undefined
      const named = series.get(event.series?.id ?? session?.series._id ?? '')
      const own = named ?? (session ? undefined : seriesOfCalendar(event, details, meetings.series))
      const groupId = details.workingGroup?.id ?? own?.group?._id
      if (!own && !session && groupId === undefined) return []
      const moved = own && movedFrom(own, event)
      return [
        {
          event,
          published: details,
          ...(own && {series: own}),
          ...(session && {session}),
          ...(groupId !== undefined && {groupId}),
          ...(moved && {moved}),
        },
      ]
    })
    .toSorted((a, b) => Date.parse(a.event.start) - Date.parse(b.event.start))
}

/**
 * Returns the series without a cadence that has its dates in the calendar of an event: the only one of the
 * group that the event names, or the one that its title names. Undefined if several could be meant.
 */
function seriesOfCalendar(
  {kind, calendarIds, title}: MergedEvent,
  {workingGroup}: PublishedEvent,
  all: readonly Series[],
): Series | undefined {
  if (kind !== 'feed') return undefined
  const possible = all.filter(
    ({calendarId, eventUid, cadence, lifecycle, group}) =>
      calendarId !== null &&
      calendarIds.includes(calendarId) &&
      eventUid === null &&
      cadence === null &&
      lifecycle === 'active' &&
      group?._id === workingGroup?.id,
  )
  const text = title.toLowerCase()
  const named = possible.filter((each) => text.includes(each.defaultTitle.toLowerCase()))
  const chosen = named.length > 0 || !workingGroup ? named : possible
  return chosen.length === 1 ? chosen[0] : undefined
}

/** Whether a date is certain enough to be "next": it is announced, and not cancelled. */
export function takesPlace({event}: OwnMeeting): boolean {
  return event.status === 'confirmed' || event.status === 'tentative'
}

/**
 * Returns the next date of a series: the first one that is announced, or else the first one that is not
 * cancelled. All parts of a page use it, so that they cannot contradict each other.
 *
 * @param dates - of the series, soonest first
 */
export function nextOf(dates: readonly OwnMeeting[]): OwnMeeting | undefined {
  return dates.find(takesPlace) ?? dates.find(({event}) => event.status !== 'cancelled')
}

/**
 * Returns the dates of which a page shows the first that is not over. The server has one, and renders the page when
 * it has passed. A static site has all within the horizon.
 *
 * @param dates - of the series, soonest first
 */
export function nextDates(
  dates: readonly OwnMeeting[],
  now: string,
  asFile: boolean = isStatic,
): OwnMeeting[] {
  const next = nextOf(dates)
  if (!next || !asFile) return next ? [next] : []
  const isSure = takesPlace(next)
  return dates.filter(
    (date) =>
      date === next ||
      ((isSure ? takesPlace(date) : date.event.status !== 'cancelled') &&
        isWithinHorizon(date.event, now)),
  )
}

function isOver({end}: MergedEvent, now: string): boolean {
  return Date.parse(end) <= Date.parse(now)
}

/** Returns the date that the cadence has for a moved event. */
function movedFrom({cadence}: Series, {start}: MergedEvent): OwnMeeting['moved'] {
  if (!cadence?.exceptions.some(({kind}) => kind === 'moved')) return undefined
  const at = Date.parse(start)
  const change = changeOf(cadence, {from: new Date(at), to: new Date(at + 1)})
  if (change?.kind !== 'moved') return undefined
  const {from, reason} = change
  return {from, ...(reason !== undefined && {reason})}
}

function changeOf(cadence: Cadence, window: {from: Date; to: Date}) {
  try {
    return cadenceDates(cadence, window)[0]?.change
  } catch (error) {
    // A draft can have a cadence without a zone or a time.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
