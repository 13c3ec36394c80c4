import {sitePath, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'

/**
 * Shortens a link to a fragment if it points to a section of the current page. Editors paste the full URL
 * of a section, which would reload the page and end a preview.
 *
 * @example onThisPage(ownUrl('https://example.org/meetings/#calendar'), new URL('http://localhost/meetings/'))
 * // '#calendar'
 */
export function onThisPage(href: SafeUrl | SitePath, page: URL): SafeUrl | SitePath {
  const target = URL.canParse(href, page) ? new URL(href, page) : undefined
  if (!target?.hash) return href
  return (target.pathname === page.pathname && sitePath(target.hash)) || href
}
