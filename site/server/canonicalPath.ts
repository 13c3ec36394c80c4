/** A browser decodes once. Each further round is an alias that somebody made up. */
const maxRounds = 5

/**
 * Returns the one path of a page: with plain letters where escapes are not needed, single slashes, and a
 * slash at the end. Each page is rendered, stored and linked under this path only, because a path has as many
 * aliases as a stranger can think of.
 *
 * Paths of actions, images and files stay as they are, because none of them is a page.
 */
export function canonicalPath(path: string): string {
  if (isOther(path)) return path
  const segments = path.split('/').filter(Boolean).map(canonicalSegment)
  // Escaped dots are segments of their own, such as `..`.
  const {pathname} = new URL(`/${segments.join('/')}`, 'http://localhost')
  if (pathname.endsWith('/') || isOther(pathname)) return pathname
  return isFile(pathname) && !path.endsWith('/') ? pathname : `${pathname}/`
}

function canonicalSegment(segment: string): string {
  return encodeURIComponent(decoded(segment, maxRounds))
}

function decoded(text: string, rounds: number): string {
  if (rounds === 0 || !text.includes('%')) return text
  try {
    const next = decodeURIComponent(text)
    return next === text ? text : decoded(next, rounds - 1)
  } catch {
    // `100%` is a text with a percent sign.
    return text
  }
}

function isOther(path: string): boolean {
  return /^\/(?:api|media|_[^/]*)\//.test(path)
}

function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.')
}
