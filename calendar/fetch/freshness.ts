import type {FeedResponse} from './feedFetch.ts'
import type {FetchLimits} from './fetchLimits.ts'

type Headers = FeedResponse['headers']

/**
 * For how many milliseconds an answer counts, by its Cache-Control, Expires and Age (RFC 9111), within
 * the limits. A last good copy is kept whatever they say: it is what stands between a visitor and an
 * empty page, and it is not served as fresh.
 */
export function lifetimeOf(headers: Headers, limits: FetchLimits, now: number): number {
  const says = ['cache-control', 'expires', 'pragma'].some((name) => headers.get(name) !== null)
  if (!says) return within(limits, limits.freshByDefault)
  const age = Math.max(ageOf(headers.get('age')), sentBefore(headers.get('date'), now))
  return within(limits, maxAgeOf(headers, now) - age)
}

/** What a private cache may take the answer for, in milliseconds; 0 for what cannot be read. */
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

/** @example directivesOf('No-Cache, max-age="60"') // no-cache: '', max-age: '60' */
function directivesOf(header: string): Map<string, string> {
  return new Map(
    header.split(',').map((directive) => {
      const [name = '', value = ''] = directive.split('=')
      return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')]
    }),
  )
}

function within({freshAtLeast, freshAtMost}: FetchLimits, lifetime: number): number {
  return Math.min(freshAtMost, Math.max(freshAtLeast, lifetime))
}

function ageOf(age: string | null): number {
  const seconds = Number(age)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0
}

/** A Date in the future is a wrong clock, not a gift of time; the other way it cannot be told apart. */
function sentBefore(date: string | null, now: number): number {
  const sent = Date.parse(date ?? '')
  return Number.isNaN(sent) ? 0 : Math.max(0, now - sent)
}

/** Retry-After (RFC 9110 section 10.2.3): seconds, or a date. Undefined when there is none. */
export function retryAfterOf(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** The wait before the next try, in milliseconds: what the server asks for, else twice the last one. */
export function backoff(
  failures: number,
  limits: FetchLimits,
  retryAfter: number | undefined,
): number {
  const doubled = limits.retryAfter * 2 ** Math.min(failures - 1, 20)
  if (retryAfter === undefined) return Math.min(limits.retryAtMost, doubled)
  return Math.min(limits.freshAtMost, Math.max(limits.retryAfter, retryAfter))
}
