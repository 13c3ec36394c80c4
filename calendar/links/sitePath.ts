declare const path: unique symbol

/** A link within a site: a path, a query or a fragment. It leads to no other site and runs no script. */
export type SitePath = string & {readonly [path]: true}

/** Any host. Only a path that stays on it stays on the site that shows it. */
const anySite = 'https://site.invalid'

/**
 * Returns an outside value as a link within the site, or undefined.
 *
 * Accepts a path from the root, a query and a fragment: `/about/`, `?month=2026-03`, `#calendar`. The
 * result is the value as the URL standard writes it. `//example.org/` and `/\example.org/` lead to another
 * host in a browser, so they are not paths.
 *
 * Source: the URL standard (https://url.spec.whatwg.org/#relative-state).
 *
 * @example
 * sitePath('/about/#team') // '/about/#team'
 * sitePath('//example.org/') // undefined
 */
export function sitePath(value: string): SitePath | undefined {
  const [first = ''] = value
  const url = URL.parse(value, anySite)
  if (!'/?#'.includes(first) || first === '' || url?.origin !== anySite) return undefined
  const {pathname, search, hash} = url
  if (pathname.startsWith('//')) return undefined
  const links = new Map([
    ['/', `${pathname}${search}${hash}`],
    // The parser leaves out an empty query, which leads to the page without its query.
    ['?', `${search || '?'}${hash}`],
    ['#', hash || '#'],
  ])
  const link = links.get(first) ?? ''
  return isPath(link) ? link : undefined
}

/** The URL parser has written the value, and it stays on the site. Only `sitePath` calls this. */
function isPath(link: string): link is SitePath {
  return link !== ''
}
