import type {PublishedEvent} from 'touchpoints/events-json'

import {spanOf} from './moments.ts'

export interface CurrentEvents {
  /** Events in progress, in order of their end. All-day events too. */
  live: PublishedEvent[]
  /** Future events, soonest first. */
  upcoming: PublishedEvent[]
  /** When this result changes, in milliseconds since the epoch. Absent if no event is ahead. */
  until?: number
}

/**
 * Returns the events in progress and the upcoming ones. Leaves out cancelled events, which only the
 * calendar shows.
 */
export function currentEvents(
  events: readonly PublishedEvent[],
  now: number,
  timeZone: string,
): CurrentEvents {
  const spans = events
    .filter(({status}) => status !== 'cancelled')
    .map((event) => ({event, ...spanOf(event, timeZone)}))
    .filter(({end}) => end > now)
  const live = spans.filter(({start}) => start <= now).toSorted((a, b) => a.end - b.end)
  const upcoming = spans.filter(({start}) => start > now).toSorted((a, b) => a.start - b.start)
  const changes = [live[0]?.end, upcoming[0]?.start].filter((at) => at !== undefined)
  return {
    live: live.map(({event}) => event),
    upcoming: upcoming.map(({event}) => event),
    ...(changes.length > 0 && {until: Math.min(...changes)}),
  }
}
