import {sitePath, type SitePath} from '@touchpoints/calendar/links'

/**
 * Returns a path on this site. Each value is percent-encoded, so that it stays within its part of the path.
 * Only a value at the very start is a path already, and is written as it is.
 *
 * @throws TypeError if the result leads to another site, which is a mistake in the template
 * @example path`${pagePath}${slug}/#${anchor}` // '/meetings/all-hands/#agenda'
 */
export function path(literals: TemplateStringsArray, ...values: readonly string[]): SitePath {
  const [start = '', ...rest] = literals
  const written = rest.map((literal, index) => {
    const value = values[index] ?? ''
    const isBase = index === 0 && start === ''
    return `${isBase ? value : encodeURIComponent(value)}${literal}`
  })
  const link = sitePath(`${start}${written.join('')}`)
  if (link !== undefined) return link
  throw new TypeError(`path: "${start}${written.join('')}" is not a path on this site.`)
}
