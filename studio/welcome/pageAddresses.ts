import {ownUrl, type SafeUrl, safeUrl} from '@touchpoints/calendar/links'
import {defaultPagePath} from '@touchpoints/schemas/defaults'

export interface PageAddresses {
  /** Address of the session, or of the meetings page for a session without a slug. */
  session: SafeUrl
  page: SafeUrl
  /** Address of the site. */
  site: SafeUrl
  /** Address of the calendar feed. */
  feed: SafeUrl
}

/**
 * Returns where visitors find a session. Undefined without the address of a site.
 *
 * @param options.previewUrl - address of the site, http or https
 * @param options.path - path of the meetings page
 */
export function pageAddresses({
  previewUrl,
  path = defaultPagePath,
  slug,
}: {
  previewUrl: string | undefined
  path?: string | undefined
  slug: string | undefined
}): PageAddresses | undefined {
  if (previewUrl === undefined || safeUrl(previewUrl) === undefined) return undefined
  // A site can be below a path of its own, such as on GitHub Pages.
  const base = previewUrl.replace(/\/$/, '')
  const page = `${base}${path.replace(/\/?$/, '/')}`
  return {
    page: ownUrl(page),
    site: ownUrl(`${base}/`),
    session: ownUrl(slug === undefined ? page : `${page}${encodeURIComponent(slug)}/`),
    feed: ownUrl(`${base}/api/calendar.ics`),
  }
}
