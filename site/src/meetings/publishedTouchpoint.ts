import type {SitePath} from '@touchpoints/calendar/links'
import {type PublishedEvent, publishTouchpoint} from 'touchpoints/feeds'

import {absoluteUrl} from '../links/absoluteUrl.ts'
import type {Touchpoint} from './pageContent.ts'
import {pathOf} from './route.ts'

/** Returns the public version of a touchpoint. Undefined for a draft without a time. */
export function publishedTouchpoint(
  touchpoint: Touchpoint,
  pagePath: SitePath,
): PublishedEvent | undefined {
  return publishTouchpoint(touchpoint, {
    url: absoluteUrl(pathOf(pagePath, {kind: 'touchpoint', slug: touchpoint.slug})),
  })
}
