import type {SitePath} from '@touchpoints/calendar/links'

import {pathOf} from '../meetings/route.ts'
import type {Upcoming} from './upcomingMeetings.ts'

/**
 * Returns the page about a meeting: of the session, or of the group or series that meets. Undefined for an event
 * of a calendar, which opens its details in place.
 *
 * @param pagePath - path of the meetings page
 */
export function meetingPage({own, published}: Upcoming, pagePath: SitePath): SitePath | undefined {
  if (own?.session) return pathOf(pagePath, {kind: 'touchpoint', slug: own.session.slug})
  if (!own?.series) return undefined
  const group = published.workingGroup?.slug
  return group
    ? pathOf(pagePath, {kind: 'group', slug: group})
    : pathOf(pagePath, {kind: 'series', slug: own.series.slug})
}
