import type {SitePath} from '@touchpoints/calendar/links'

import {path} from '../links/path.ts'

/** Returns the path of a touchpoint's page, which is below the meetings page. */
export function touchpointPath(pagePath: string, slug: string): SitePath {
  return path`${pagePath}${slug}/`
}

/** Returns the slug in the path of a touchpoint's page. @example slugIn('/community/meetings/', '/community/meetings/all-hands') // 'all-hands' */
export function slugIn(pagePath: SitePath, requested: string): string | undefined {
  if (!requested.startsWith(pagePath)) return undefined
  const slug = requested.slice(pagePath.length).replace(/\/$/, '')
  return /^[a-z0-9-]+$/.test(slug) ? slug : undefined
}
