const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** What a feed may cost, and how long its answers count. Durations are milliseconds. */
export interface FetchLimits {
  /** How long a caller waits. By then a last good copy is served, and the reading goes on. */
  deadline: number
  /**
   * For how long after a good copy's time is up it is still served at once, while it is renewed for the
   * next request (stale-while-revalidate, RFC 5861 section 3). Callers of an older one wait.
   */
  renewWithin: number
  /** How long one reading may take in all, redirects and body included. */
  timeout: number
  /** Bytes of a body after decompression, so that a gzip bomb stops where any large body does. */
  bytes: number
  redirects: number
  /** For how long at least a copy is not asked for again, whatever Cache-Control says. */
  freshAtLeast: number
  /** Likewise at most. */
  freshAtMost: number
  /** When the answer says nothing of caching. */
  freshByDefault: number
  /** The wait after a first failure; it doubles with each further one. */
  retryAfter: number
  retryAtMost: number
  /** A copy with less than this share of the last one's events has suddenly lost most of them. */
  keptShare: number
  /** Calendars smaller than this may shrink freely, but not to nothing. */
  keptLeast: number
  /** A loss that is still there after this long is believed. */
  lossBelievedAfter: number
}

/**
 * Google's public calendars forbid caching altogether (`no-cache, no-store, max-age=0`); five minutes
 * keep a busy page from asking at every view. A quarter of an hour of Teamup's and an hour of groups.io's
 * are honoured as they come. The largest public feed measured has 6.2 MB.
 */
export const defaultFetchLimits: Readonly<FetchLimits> = {
  deadline: 3 * second,
  renewWithin: hour,
  timeout: 20 * second,
  bytes: 32 * 1024 * 1024,
  redirects: 5,
  freshAtLeast: 5 * minute,
  freshAtMost: 24 * hour,
  freshByDefault: hour,
  retryAfter: minute,
  retryAtMost: hour,
  keptShare: 0.5,
  keptLeast: 4,
  lossBelievedAfter: 24 * hour,
}

/** A timer set for longer fires at once: 32 bits of milliseconds, nearly 25 days. */
export const longestTimer = 2 ** 31 - 1
