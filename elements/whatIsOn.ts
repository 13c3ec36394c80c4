import type {PublishedEvent} from 'touchpoints/events-json'

import {spanOf} from './moments.ts'

export interface WhatIsOn {
  /** On at this moment, the one that ends first first; what takes whole days is no meeting to join. */
  live: PublishedEvent[]
  /** Not begun yet, soonest first. */
  upcoming: PublishedEvent[]
  /** Milliseconds of the epoch at which this answer changes; absent when nothing is ahead. */
  until?: number
}

/** Cancelled meetings are neither live nor next; a calendar still shows them. */
export function whatIsOn(
  events: readonly PublishedEvent[],
  now: number,
  timeZone: string,
): WhatIsOn {
  const held = events
    .filter(({status}) => status !== 'cancelled')
    .map((event) => ({event, ...spanOf(event, timeZone)}))
    .filter(({end}) => end > now)
  const live = held
    .filter(({event, start}) => start <= now && !event.allDay)
    .toSorted((a, b) => a.end - b.end)
  const upcoming = held.filter(({start}) => start > now).toSorted((a, b) => a.start - b.start)
  const changes = [live[0]?.end, upcoming[0]?.start].filter((at) => at !== undefined)
  return {
    live: live.map(({event}) => event),
    upcoming: upcoming.map(({event}) => event),
    ...(changes.length > 0 && {until: Math.min(...changes)}),
  }
}
