import {sitePath, type SitePath} from '@touchpoints/calendar/links'

import {path} from '../links/path.ts'

/**
 * Returns the URL of the same page with another month or zone. The URL contains both, so that a shared
 * link shows everyone the same calendar.
 */
export function calendarUrl(view: {zone?: string; month?: string}, anchor: string): SitePath {
  const query = new URLSearchParams()
  if (view.zone) query.set('zone', view.zone)
  if (view.month) query.set('month', view.month)
  const search = query.toString().replaceAll('%2F', '/')
  return sitePath(`?${search}#${anchor}`) ?? path`#${anchor}`
}
