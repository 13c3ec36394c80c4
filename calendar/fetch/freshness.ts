import type {FeedResponse} from './feedFetch.ts'
import type {FetchLimits} from './fetchLimits.ts'

type Headers = FeedResponse['headers']

/**
 * Returns how long a response is fresh, in milliseconds.
 *
 * It applies Cache-Control, Expires and Age (RFC 9111) within the limits. The last good copy is kept
 * even when the headers forbid it, because without it a visitor would see an empty page. It is then not
 * reported as fresh.
 */
export function lifetimeOf(headers: Headers, limits: FetchLimits, now: number): number {
  const hasCacheHeaders = ['cache-control', 'expires', 'pragma'].some(
    (name) => headers.get(name) !== null,
  )
  if (!hasCacheHeaders) return within(limits, limits.defaultFreshness)
  const age = Math.max(ageOf(headers.get('age')), timeSinceSent(headers.get('date'), now))
  return within(limits, maxAgeOf(headers, now) - age)
}

/**
 * Returns how long a private cache may use the response, in milliseconds, or 0 when the headers are
 * invalid.
 */
function maxAgeOf(headers: Headers, now: number): number {
  const directives = directivesOf(headers.get('cache-control') ?? headers.get('pragma') ?? '')
  const forbidden = directives.has('no-store') || directives.has('no-cache')
  if (forbidden || headers.get('vary')?.trim() === '*') return 0
  const seconds = directives.get('max-age')
  if (seconds !== undefined) return /^\d+$/.test(seconds) ? Number(seconds) * 1000 : 0
  const expires = Date.parse(headers.get('expires') ?? '')
  const sent = Date.parse(headers.get('date') ?? '')
  const lifetime = expires - (Number.isNaN(sent) ? now : sent)
  return Number.isNaN(lifetime) ? 0 : Math.max(0, lifetime)
}

/**
 * Parses the directives of a header.
 *
 * @example directivesOf('No-Cache, max-age="60"') // no-cache: '', max-age: '60'
 */
function directivesOf(header: string): Map<string, string> {
  return new Map(
    header.split(',').map((directive) => {
      const [name = '', value = ''] = directive.split('=')
      return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')]
    }),
  )
}

function within({minFreshness, maxFreshness}: FetchLimits, lifetime: number): number {
  return Math.min(maxFreshness, Math.max(minFreshness, lifetime))
}

function ageOf(age: string | null): number {
  const seconds = Number(age)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0
}

/**
 * Returns how long ago the response was sent, in milliseconds. A Date in the future is a wrong clock
 * and counts as now. A wrong clock in the past cannot be detected.
 */
function timeSinceSent(date: string | null, now: number): number {
  const sent = Date.parse(date ?? '')
  return Number.isNaN(sent) ? 0 : Math.max(0, now - sent)
}

/**
 * Parses Retry-After (RFC 9110 section 10.2.3), in seconds or as a date, to milliseconds. Returns
 * undefined when it is absent or invalid.
 */
export function retryAfterOf(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/**
 * Returns the delay before the next attempt, in milliseconds: as the server requests, otherwise twice
 * the previous one.
 */
export function backoff(
  failures: number,
  limits: FetchLimits,
  retryAfter: number | undefined,
): number {
  const doubled = limits.minRetryDelay * 2 ** Math.min(failures - 1, 20)
  if (retryAfter === undefined) return Math.min(limits.maxRetryDelay, doubled)
  return Math.min(limits.maxFreshness, Math.max(limits.minRetryDelay, retryAfter))
}
