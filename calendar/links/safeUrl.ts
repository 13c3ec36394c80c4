declare const safe: unique symbol

/** A URL that may become a link: https, http, mailto or tel, and nothing that runs a script. */
export type SafeUrl = string & {readonly [safe]: true}

const schemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/**
 * Returns an outside value as a URL that may become a link, or undefined.
 *
 * Accepts absolute URLs with the schemes https, http, mailto and tel. The result is the value as the
 * URL standard writes it, so that every reader finds the same scheme: a browser ignores a line break in
 * `java\nscript:`, and a check of the text does not. A user name or a password in the URL hides the host
 * that a link leads to, so such a URL is not safe.
 *
 * Source: the URL standard (https://url.spec.whatwg.org/#url-parsing).
 *
 * @example
 * safeUrl('https://example.org/a b') // 'https://example.org/a%20b'
 * safeUrl('javascript:alert(1)') // undefined
 */
export function safeUrl(value: string): SafeUrl | undefined {
  const url = URL.parse(value)
  const isSafe = url && schemes.has(url.protocol) && url.username === '' && url.password === ''
  return isSafe && isNormalized(url.href) ? url.href : undefined
}

/**
 * Returns an address that the program itself writes, such as a page of its own site, as a `SafeUrl`.
 *
 * It passes the same check. The difference is what a failure means: a mistake in the program, not bad
 * input.
 *
 * @throws TypeError when `safeUrl` would return undefined
 * @example
 * ownUrl(`https://www.youtube.com/watch?v=${encodeURIComponent(id)}`)
 */
export function ownUrl(value: string): SafeUrl {
  const url = safeUrl(value)
  if (url !== undefined) return url
  throw new TypeError(
    `ownUrl: "${value}" cannot become a link. Pass an absolute https:, http:, mailto: or tel: URL without a user name. Use safeUrl for values from outside.`,
  )
}

/** The URL parser has written the value and its scheme is in the list. Only `safeUrl` calls this. */
function isNormalized(href: string): href is SafeUrl {
  return href !== ''
}
