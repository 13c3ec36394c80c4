import {parseInstant} from '@touchpoints/calendar/formats'
import {mergeEvents} from '@touchpoints/calendar/merge'

import {touchpointInput} from '../events/eventInputs.ts'
import {withTitles} from '../events/withTitles.ts'
import type {Touchpoint} from '../views/touchpoint.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import {publishEvents, type PublishOptions} from './publishEvents.ts'

export interface PublishTouchpointOptions extends Omit<PublishOptions, 'pageOf'> {
  /** Absolute address of the page about it. */
  url?: string
}

/**
 * Returns one touchpoint in the format of `events.json`, without its calendars. It is for the touchpoint's
 * own page, which stays online after the calendar's window has passed. Undefined for a draft without a
 * time.
 *
 * The touchpoint passes through the same functions as every event, so that its id and its status are the
 * same as in `events.json`. Pass the touchpoint of a loader, which has already removed what only members
 * may see.
 *
 * @example
 * const event = publishTouchpoint(touchpoint, {url: 'https://example.org/meetings/spring/'})
 * const links = event && addToCalendarLinks(event)
 */
export function publishTouchpoint(
  touchpoint: Touchpoint,
  {url, ...options}: PublishTouchpointOptions = {},
): PublishedEvent | undefined {
  const {start} = touchpoint.schedule
  const startMs = parseInstant(start)
  if (startMs === undefined) return undefined
  const source = {kind: 'touchpoints', touchpoints: [touchpointInput(touchpoint)]} as const
  const to = new Date(startMs + 1)
  const {events} = mergeEvents([source], {from: start, to})
  const documents = {touchpoints: [touchpoint], series: [touchpoint.series]}
  return publishEvents(withTitles(events, documents), documents, {...options, pageOf: () => url})[0]
}
