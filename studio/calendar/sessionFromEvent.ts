import type {MergedEvent} from '@touchpoints/calendar'
import {wallClock} from '@touchpoints/calendar/time'

import {slugOf} from '../documents/slugOf.ts'

/**
 * Returns the fields of a touchpoint for an event of a feed. Its UID links the two, so the calendar shows
 * them as one event.
 *
 * @returns undefined for an event without an instant (all-day or floating) or without a feed
 */
export function sessionFromEvent(event: MergedEvent): Record<string, unknown> | undefined {
  const feed = event.sources.find((source) => source.kind === 'feed')
  if (!feed || event.allDay || event.floating) return undefined
  const timeZone = event.timeZone ?? 'UTC'
  const minutes = Math.round((Date.parse(event.end) - Date.parse(event.start)) / 60_000)
  const title = event.title.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  return {
    title,
    slug: {
      _type: 'slug',
      current: `${wallClock(event.start, timeZone).date}-${slugOf(title) ?? 'session'}`.slice(
        0,
        96,
      ),
    },
    schedule: {
      _type: 'schedule',
      start: event.start,
      timeZone,
      minutes: Math.min(1440, Math.max(1, minutes)),
    },
    status: event.status === 'cancelled' ? 'cancelled' : 'planned',
    audience: 'everyone',
    eventUid: feed.uid,
    ...(event.joinUrl?.startsWith('https://') && {
      links: {_type: 'meetingLinks', join: event.joinUrl},
    }),
  }
}
