import {ownUrl, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'

import {environment} from '../loader.ts'
import {withBase} from './base.ts'

/**
 * Returns the absolute URL of a path on this site, on the host of `SITE_URL`. The `Host` of a request is
 * what its sender wrote, so no link, feed or search engine may get it from there.
 *
 * @example absoluteUrl(path`/api/calendar.ics`) // 'https://example.org/api/calendar.ics'
 */
export function absoluteUrl(path: SitePath): SafeUrl {
  return ownUrl(new URL(withBase(path), environment.siteUrl).href)
}
