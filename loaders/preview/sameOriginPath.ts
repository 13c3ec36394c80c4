/**
 * A place on the same site, or nothing: what a request names as the place to go on to must not lead
 * anywhere else.
 *
 * @param place - a path, or an address of this origin
 * @param origin - the site's, such as `https://example.org`
 * @example sameOriginPath('//evil.example/', 'https://example.org') // undefined
 */
export function sameOriginPath(place: string | null, origin: string): string | undefined {
  // Browsers read a backslash as a slash and drop tabs and line ends before they parse.
  if (!place || /[\\\s\p{Cc}]/u.test(place) || !URL.canParse(place, origin)) return undefined
  const url = new URL(place, origin)
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith('//')) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
