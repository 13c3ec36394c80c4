import {sitePath, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'

/**
 * Shortens a link to a fragment if it points to a section of the current page. Editors paste the full URL
 * of a section, which would reload the page and end a preview.
 *
 * @param page - path of the current page
 * @example onThisPage(ownUrl('https://example.org/meetings/#calendar'), '/meetings/') // '#calendar'
 */
export function onThisPage(href: SafeUrl | SitePath, page: string): SafeUrl | SitePath {
  // The host does not matter: it is another one in a preview and on one's own machine.
  const base = `https://site.invalid${page}`
  const target = URL.canParse(href, base) ? new URL(href, base) : undefined
  if (!target?.hash) return href
  return (target.pathname === page && sitePath(target.hash)) || href
}
