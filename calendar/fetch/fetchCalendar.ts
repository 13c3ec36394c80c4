import {concurrencyGate} from './concurrencyGate.ts'
import type {FeedCache} from './feedCache.ts'
import type {FeedFetch} from './feedFetch.ts'
import {defaultFetchLimits, type FetchLimits} from './fetchLimits.ts'
import {guardedFetch} from './guardedFetch.ts'
import {memoryCache} from './memoryCache.ts'
import {readFeed, type CalendarAddress, type FetchedCalendar, type ReadOptions} from './readFeed.ts'

export interface FetchOptions {
  /** Where copies are kept between requests. Default: one for the process, in memory. */
  cache?: FeedCache
  /** How addresses are read. Default: `guardedFetch`, which connects to public addresses only. */
  fetch?: FeedFetch
  /** Default: the system's clock. */
  now?: () => Date
  limits?: Partial<FetchLimits>
  /**
   * Hosts that may be read without encryption and, by the default fetch, at a private address; such as
   * `localhost:3900`.
   */
  allowHosts?: readonly string[]
  /** Asks the feed's server even when the copy is still fresh. */
  force?: boolean
  /** How many feeds are read at a time. Default: 6. */
  concurrency?: number
}

/**
 * Reads a calendar's feed, or serves its last good copy while that fails. Never throws, and never waits
 * longer than `limits.deadline`: a copy that is being renewed is served as it is.
 *
 * `health` tells how the feed is doing, `problems` what its visitors or its owner should know.
 *
 * @example
 * const {calendar, health} = await fetchCalendar({id: 'todo', url: 'webcal://example.org/basic.ics'})
 * if (health.state === 'stale') console.warn(health.fault.message, health.staleSeconds)
 */
export async function fetchCalendar(
  source: CalendarAddress,
  options: FetchOptions = {},
): Promise<FetchedCalendar> {
  return readFeed(source, settingsOf(options))
}

/** Reads several calendars, a few at a time, in their order. The deadline counts for all together. */
export async function fetchCalendars(
  sources: readonly CalendarAddress[],
  options: FetchOptions = {},
): Promise<FetchedCalendar[]> {
  const settings = settingsOf(options)
  return Promise.all(sources.map((source) => readFeed(source, settings)))
}

function settingsOf({
  allowHosts = [],
  cache = processCache,
  fetch = sharedGuard(allowHosts),
  now = () => new Date(),
  limits = {},
  force = false,
  concurrency = 6,
}: FetchOptions): ReadOptions {
  const gate = concurrencyGate(concurrency)
  return {allowHosts, cache, fetch, now, force, gate, limits: {...defaultFetchLimits, ...limits}}
}

const processCache = memoryCache()

/** Connections are kept open and used again, so guards are kept too. */
const guards = new Map<string, FeedFetch>()

function sharedGuard(allowHosts: readonly string[]): FeedFetch {
  const key = allowHosts.toSorted().join(' ')
  const guard = guards.get(key) ?? guardedFetch({allowHosts})
  guards.set(key, guard)
  return guard
}
