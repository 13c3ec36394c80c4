/**
 * Returns a redirect target as a path on the same site. Undefined when it leads anywhere else, because a
 * request must not be able to redirect to another site.
 *
 * @param target - path, or address of this origin
 * @param origin - origin of the site, such as `https://example.org`
 * @example sameOriginPath('//evil.example/', 'https://example.org') // undefined
 */
export function sameOriginPath(target: string | null, origin: string): string | undefined {
  // Browsers read a backslash as a slash, and remove tabs and line ends before they parse.
  if (!target || /[\\\s\p{Cc}]/u.test(target) || !URL.canParse(target, origin)) return undefined
  const url = new URL(target, origin)
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith('//')) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
