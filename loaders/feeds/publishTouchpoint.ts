import {parseInstant} from '@touchpoints/calendar/formats'
import {mergeEvents} from '@touchpoints/calendar/merge'

import {touchpointInput} from '../events/eventInputs.ts'
import type {Touchpoint} from '../views/touchpoint.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import {publishEvents} from './publishEvents.ts'

export interface PublishTouchpointOptions {
  /** The page about it, absolute. */
  url?: string
}

/**
 * One touchpoint as strangers may see it, without its calendars: for its own page, which stands long
 * after the calendar's window has left it behind. Undefined for a draft that has no time yet.
 *
 * It goes the way of every event, so that its id, its status and what members alone may see are the
 * same here as in `events.json`.
 *
 * @example
 * const event = publishTouchpoint(touchpoint, {url: 'https://example.org/meetings/spring/'})
 * const links = event && addToCalendarLinks(event)
 */
export function publishTouchpoint(
  touchpoint: Touchpoint,
  {url}: PublishTouchpointOptions = {},
): PublishedEvent | undefined {
  const {start} = touchpoint.schedule
  const startMs = parseInstant(start)
  if (startMs === undefined) return undefined
  const source = {kind: 'touchpoints', touchpoints: [touchpointInput(touchpoint)]} as const
  const to = new Date(startMs + 1)
  const {events} = mergeEvents([source], {from: start, to})
  const documents = {touchpoints: [touchpoint], series: [touchpoint.series]}
  return publishEvents(events, documents, {pageOf: () => url})[0]
}
