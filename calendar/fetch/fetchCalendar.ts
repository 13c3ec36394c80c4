import {setImmediate} from 'node:timers/promises'
import {concurrencyGate} from './concurrencyGate.ts'
import type {FeedCache} from './feedCache.ts'
import type {FeedFetch} from './feedFetch.ts'
import {openGuard, type FeedGuard} from './feedGuard.ts'
import {defaultFetchLimits, type FetchLimits} from './fetchLimits.ts'
import {requireFetchOptions} from './fetchOptionChecks.ts'
import {guardedFetch} from './guardedFetch.ts'
import {feedCalendarLimits, type CalendarLimits} from '../limits.ts'
import {memoryCache} from './memoryCache.ts'
import {requireOptions, text} from '../optionValues.ts'
import {defaultParse, type CopyOptions} from './parsedCopy.ts'
import {
  readFeed,
  type CachedRecord,
  type CalendarAddress,
  type FetchedCalendar,
  type ReadOptions,
} from './readFeed.ts'
import {singleFlight} from './singleFlight.ts'
import {untilAborted} from './untilAborted.ts'

/** Options of `fetchCalendar` and `fetchCalendars`. */
export interface FetchOptions {
  /** Where copies are kept between requests. Defaults to one memory cache for the process. */
  cache?: FeedCache
  /** How addresses are fetched. Defaults to `guardedFetch`, which connects to public addresses only. */
  fetch?: FeedFetch
  /** Clock for the age of copies. Defaults to the system clock. */
  now?: () => Date
  /** Missing limits default to `defaultFetchLimits`. */
  limits?: Partial<FetchLimits>
  /** Limits of each calendar. Missing limits default to `feedCalendarLimits`. */
  calendarLimits?: Partial<CalendarLimits>
  /** Parses a feed's text. Defaults to `parseCalendar`. */
  parse?: CopyOptions['parse']
  /** Watches the work on each feed. Defaults to no watch. */
  guard?: FeedGuard
  /**
   * Hosts that may be read over `http:` and, with the default fetch, at a private address. Example:
   * `localhost:3900`.
   */
  allowHosts?: readonly string[]
  /** Whether to request the feed even when the copy is still fresh. Defaults to false. */
  force?: boolean
  /** Number of feeds to read at a time. Defaults to 6. */
  concurrency?: number
  /** Ends the wait: the promise rejects with its reason. A download that others share continues. */
  signal?: AbortSignal | undefined
}

/**
 * Fetches a calendar's feed, and falls back to its last good copy.
 *
 * It never waits longer than `limits.deadline`. While a recently expired copy is being revalidated, that
 * copy is returned at once. A feed that fails is a result, too.
 *
 * `health` describes the state of the feed. `problems` lists what its visitors or its owner should
 * know.
 *
 * @throws OptionError for an option that does not exist, or an invalid value
 * @throws the reason of `signal` when it aborts
 * @example
 * const {calendar, health} = await fetchCalendar({id: 'todo', url: 'webcal://example.org/basic.ics'})
 * if (health.state === 'stale') console.warn(health.fault.message, health.staleSeconds)
 */
export async function fetchCalendar(
  source: CalendarAddress,
  options: FetchOptions = {},
): Promise<FetchedCalendar> {
  const settings = settingsOf(options)
  requireAddress(source)
  return untilAborted(options.signal, readFeed(source, settings))
}

/**
 * Fetches several calendars, a few at a time. Results are in the order of `sources`. The deadline
 * applies to all of them together.
 *
 * @throws OptionError for an option that does not exist, or an invalid value
 */
export async function fetchCalendars(
  sources: readonly CalendarAddress[],
  options: FetchOptions = {},
): Promise<FetchedCalendar[]> {
  const settings = settingsOf(options)
  sources.forEach(requireAddress)
  const reading = Promise.all(sources.map((source) => readFeed(source, settings)))
  return untilAborted(options.signal, reading)
}

function requireAddress(source: CalendarAddress): void {
  requireOptions('the calendar', source, {id: text, url: text}, ['id', 'url'])
}

function settingsOf(options: FetchOptions): ReadOptions {
  requireFetchOptions('fetchCalendar', options)
  return settingsWith(options)
}

function settingsWith({
  allowHosts = [],
  cache = processCache,
  fetch = sharedGuard(allowHosts),
  now = () => new Date(),
  limits = {},
  calendarLimits = {},
  parse = defaultParse,
  guard = openGuard,
  force = false,
  concurrency = 6,
}: FetchOptions): ReadOptions {
  const gate = concurrencyGate(concurrency)
  return {
    allowHosts,
    cache,
    fetch,
    now,
    force,
    gate,
    parse,
    guard,
    downloads,
    outlivesCaller: true,
    pause: setImmediate,
    limits: {...defaultFetchLimits, ...limits},
    calendarLimits: {...feedCalendarLimits, ...calendarLimits},
  }
}

const processCache = memoryCache()

const downloads = singleFlight<CachedRecord>()

/** Guards by allowed hosts. They are reused, because each keeps its connections open. */
const guards = new Map<string, FeedFetch>()

function sharedGuard(allowHosts: readonly string[]): FeedFetch {
  const key = allowHosts.toSorted().join(' ')
  const guard = guards.get(key) ?? guardedFetch({allowHosts})
  guards.set(key, guard)
  return guard
}
