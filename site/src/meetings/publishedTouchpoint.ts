import {type PublishedEvent, publishTouchpoint} from 'touchpoints/feeds'

import type {Touchpoint} from './pageContent.ts'
import {touchpointPath} from './touchpointPath.ts'

/** What strangers may see of a touchpoint; undefined for a draft without a time. */
export function publishedTouchpoint(
  touchpoint: Touchpoint,
  pagePath: string,
  here: URL,
): PublishedEvent | undefined {
  const url = new URL(touchpointPath(pagePath, touchpoint.slug), here).href
  return publishTouchpoint(touchpoint, {url})
}
