const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Limits for reading a feed and for how long its copy is fresh. Durations are in milliseconds. */
export interface FetchLimits {
  /** How long a caller waits. After that, the last good copy is returned and the download continues. */
  deadline: number
  /**
   * How long an expired copy is still returned at once while it is renewed for the next request
   * (stale-while-revalidate, RFC 5861 section 3). Callers wait for older copies.
   */
  staleWhileRevalidate: number
  /** How long one download may take, including redirects and body. */
  timeout: number
  /** Bytes of a body after decompression, so that a gzip bomb is stopped like any large body. */
  bytes: number
  /** Redirects to follow. */
  redirects: number
  /** Minimum time that a copy is fresh, even when Cache-Control forbids caching. */
  minFreshness: number
  /** Maximum time that a copy is fresh. */
  maxFreshness: number
  /** How long a copy is fresh when the response has no caching headers. */
  defaultFreshness: number
  /** Delay after the first failure. It doubles with each further failure. */
  minRetryDelay: number
  /** Maximum delay after failures. */
  maxRetryDelay: number
  /** A new copy with less than this share of the previous events counts as a loss. */
  minKeptShare: number
  /** Calendars with fewer events than this may shrink without counting as a loss, but not to zero. */
  minEventsForLoss: number
  /** A loss that lasts this long is accepted. */
  acceptLossAfter: number
}

/**
 * The default limits.
 *
 * Google's public calendars forbid caching (`no-cache, no-store, max-age=0`); the minimum of five
 * minutes keeps a busy page from requesting them at every view. Teamup's 15 minutes and groups.io's
 * hour are used unchanged. The largest public feed measured is 6.2 MB.
 */
export const defaultFetchLimits: Readonly<FetchLimits> = {
  deadline: 3 * second,
  staleWhileRevalidate: hour,
  timeout: 20 * second,
  bytes: 10 * 1024 * 1024,
  redirects: 5,
  minFreshness: 5 * minute,
  maxFreshness: 24 * hour,
  defaultFreshness: hour,
  minRetryDelay: minute,
  maxRetryDelay: hour,
  minKeptShare: 0.5,
  minEventsForLoss: 4,
  acceptLossAfter: 24 * hour,
}

/** Maximum delay of a timer, in ms: 32 bits, nearly 25 days. A longer one fires at once. */
export const maxTimerDelay = 2 ** 31 - 1
