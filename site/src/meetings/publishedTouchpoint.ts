import {type PublishedEvent, publishTouchpoint} from 'touchpoints/feeds'

import type {Touchpoint} from './pageContent.ts'
import {touchpointPath} from './touchpointPath.ts'

/** Returns the public version of a touchpoint. Undefined for a draft without a time. */
export function publishedTouchpoint(
  touchpoint: Touchpoint,
  pagePath: string,
  baseUrl: URL,
): PublishedEvent | undefined {
  const url = new URL(touchpointPath(pagePath, touchpoint.slug), baseUrl).href
  return publishTouchpoint(touchpoint, {url})
}
