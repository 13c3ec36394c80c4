/** Limits of a page cache. Times are in milliseconds. */
export interface PageLimits {
  /** Time that a page is current if no event and no known change outdates it. Bounds the age of feeds. */
  freshFor: number
  /** Time after `freshFor` in which the page is sent at once, while a new one is rendered. */
  staleWhileRevalidate: number
  /** Age up to which the last good page is sent while no new one can be rendered. */
  staleIfError: number
  /** Time that a page is current while the live connection is down. */
  disconnectedFor: number
  /** Time that a visitor waits for a new page, if there is an outdated one. */
  patience: number
  /** Time that a render may take. */
  renderTimeout: number
  /** Time without an attempt after a failed one, so that visitors don't overload a failing lake. */
  retryAfter: number
  /** Time that a redirect or a page that does not exist is cached. */
  missingFor: number
  /** Pages without parameters. Their number depends on the content. */
  maxPages: number
  maxPageBytes: number
  /** Pages with parameters. Visitors choose these, so they never displace the others. */
  maxVariants: number
  maxVariantBytes: number
  /** Redirects and pages that do not exist. Visitors choose these too. */
  maxMissing: number
  maxMissingBytes: number
  /** Renders that run at the same time. */
  maxRenders: number
  /** Renders that wait. A further one is refused. */
  maxWaiting: number
}

export const pageLimits = {
  freshFor: 60_000,
  staleWhileRevalidate: 60_000,
  staleIfError: 7 * 86_400_000,
  disconnectedFor: 5000,
  patience: 1000,
  renderTimeout: 30_000,
  retryAfter: 5000,
  missingFor: 30_000,
  maxPages: 500,
  maxPageBytes: 128_000_000,
  maxVariants: 200,
  maxVariantBytes: 64_000_000,
  maxMissing: 200,
  maxMissingBytes: 4_000_000,
  maxRenders: 2,
  maxWaiting: 100,
} as const satisfies PageLimits
