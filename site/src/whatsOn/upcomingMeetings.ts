import type {MergedEvent} from '@touchpoints/calendar'
import type {PublishedEvent} from 'touchpoints/feeds'

import type {OwnMeeting} from '../meetings/ownMeetings.ts'
import {isOver, utcOf} from './isOver.ts'

/** What is on: a session, a date of a series, or an event of a calendar. */
export interface Upcoming {
  event: MergedEvent
  /** The public version of the event, with its links, topics and regions. */
  published: PublishedEvent
  /** What the community knows about its own meeting. Absent for an event of another calendar. */
  own?: OwnMeeting
}

interface Sources {
  events: readonly MergedEvent[]
  /** By the ids of the events. */
  published: ReadonlyMap<string, PublishedEvent>
  own: readonly OwnMeeting[]
  /** UTC instant. */
  now: string
}

/**
 * Returns what is on and has not ended, what takes place now first, then by start. Includes canceled meetings,
 * with their reason, and dates that are to be announced, which say so: feeds and the calendar have them too.
 */
export function upcomingMeetings({events, published, own, now}: Sources): Upcoming[] {
  const ownById = new Map(own.map((meeting) => [meeting.event.id, meeting]))
  return events
    .flatMap((event): Upcoming[] => {
      const details = published.get(event.id)
      if (!details || isOver(event, now)) return []
      const meeting = ownById.get(event.id)
      return [{event, published: details, ...(meeting && {own: meeting})}]
    })
    .toSorted((a, b) => rank(a, now) - rank(b, now) || startOf(a.event) - startOf(b.event))
}

/**
 * Whether a meeting takes place at `now`, a UTC instant. Whole days and times without a zone are never live, and
 * nobody holds what is to be announced.
 */
export function isLiveNow({event}: Pick<Upcoming, 'event'>, now: string): boolean {
  const {allDay, floating, status, start, end} = event
  if (allDay || floating || status === 'cancelled' || status === 'to-be-announced') return false
  const at = Date.parse(now)
  return Date.parse(start) <= at && at < Date.parse(end)
}

function rank(meeting: Upcoming, now: string): number {
  return isLiveNow(meeting, now) ? 0 : 1
}

function startOf({start}: MergedEvent): number {
  return utcOf(start)
}
