import type {SafeUrl} from './safeUrl.ts'
import type {SitePath} from './sitePath.ts'

/**
 * Returns a link for an attribute such as `href` or `src`.
 *
 * It only accepts what has passed a door, and it changes nothing. Templates call it where a value enters
 * an attribute that a browser follows. A test reports such an attribute without the call, so the compiler
 * sees the type of each.
 *
 * @example
 * // <a href={linkTo(event.url)}>…</a>
 */
export function linkTo(link: SafeUrl | SitePath): string {
  return link
}
