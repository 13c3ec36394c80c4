import {defaultPagePath} from '@touchpoints/schemas/defaults'

export interface PageAddresses {
  /** Address of the session, or of the meetings page for a session without a slug. */
  session: string
  page: string
  /** Address of the calendar feed, and the one that calendar programs open. */
  feed: string
  webcal: string
}

/**
 * Returns where visitors find a session.
 *
 * @param options.previewUrl - address of the site
 * @param options.path - path of the meetings page
 */
export function pageAddresses({
  previewUrl,
  path = defaultPagePath,
  slug,
}: {
  previewUrl: string
  path?: string | undefined
  slug: string | undefined
}): PageAddresses {
  // A site can be below a path of its own, such as on GitHub Pages.
  const base = previewUrl.replace(/\/$/, '')
  const page = `${base}${path}`
  const feed = `${base}/api/calendar.ics`
  return {
    page,
    session: slug === undefined ? page : `${page.replace(/\/?$/, '/')}${slug}/`,
    feed,
    webcal: feed.replace(/^https?:/, 'webcal:'),
  }
}
