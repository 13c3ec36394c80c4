import type {CalendarReader} from '../../calendarReader.ts'
import {feedCalendarLimits, type CalendarLimits} from '../../limits.ts'
import {
  cache,
  callback,
  concurrency,
  duration,
  flag,
  limitsOf,
  requireOptions,
  signal,
  type OptionChecks,
} from '../../optionValues.ts'
import {readerFactory} from '../../readerFactory.ts'
import {concurrencyGate} from '../concurrencyGate.ts'
import type {FeedCache} from '../feedCache.ts'
import {openGuard} from '../feedGuard.ts'
import {defaultFetchLimits, type FetchLimits} from '../fetchLimits.ts'
import {memoryCache} from '../memoryCache.ts'
import {mergeFeeds} from '../mergeFeeds.ts'
import {defaultParse} from '../parsedCopy.ts'
import {readFeed, type CachedRecord, type ReadOptions} from '../readFeed.ts'
import type {SingleFlight} from '../singleFlight.ts'
import {untilAborted} from '../untilAborted.ts'
import {within} from '../within.ts'
import {plainFetch, type WebFetch} from './plainFetch.ts'

/** Options of `plainCalendars`. */
export interface PlainOptions {
  /** How addresses are fetched. Defaults to the platform's `fetch`. */
  fetch?: WebFetch
  /** Where copies are kept between requests. Defaults to a memory cache of this reader. */
  cache?: FeedCache
  /** Milliseconds that a download may take, and a caller waits. Defaults to 10,000. */
  timeout?: number
  /** Ends all downloads of this reader, and its callers' waits. Defaults to none. */
  signal?: AbortSignal | undefined
  /**
   * Keeps a worker running until a download ends, such as `ctx.waitUntil`. With it, a copy that expired
   * less than an hour ago is returned at once, and renewed after the response. Defaults to none: each
   * caller waits for its downloads.
   */
  waitUntil?: ((work: Promise<void>) => void) | undefined
  /** Clock for the age of copies. Defaults to the system clock. */
  now?: () => Date
  /** Missing limits default to `defaultFetchLimits`. `bytes` is the size limit of a feed. */
  limits?: Partial<Omit<FetchLimits, 'timeout' | 'deadline'>>
  /** Limits of each calendar. Missing limits default to `feedCalendarLimits`. */
  calendarLimits?: Partial<CalendarLimits>
  /** Number of feeds to read at a time. Defaults to 6, as many connections as workerd opens. */
  concurrency?: number
  /** Whether the rules of browsers for requests to other hosts apply. Defaults to true in a browser. */
  inBrowser?: boolean
}

/** `timeout` is an option of its own, and decides about the deadline. */
const limitNames = Object.fromEntries(
  Object.keys(defaultFetchLimits)
    .filter((name) => name !== 'timeout' && name !== 'deadline')
    .map((name) => [name, true]),
)

const checks = {
  fetch: callback,
  cache,
  timeout: duration,
  signal,
  waitUntil: callback,
  now: callback,
  limits: limitsOf('the limits of plainCalendars', limitNames),
  calendarLimits: limitsOf('the calendarLimits of plainCalendars', feedCalendarLimits),
  concurrency,
  inBrowser: flag,
} as const satisfies OptionChecks<PlainOptions>

/** The platform's `fetch`, called without an object: workerd requires that. */
const globalFetch: WebFetch = (url, init) => fetch(url, init)

/**
 * Creates a `CalendarReader` for workers and browsers: it reads feeds with the platform's `fetch`, and
 * merges them with touchpoints and cadences.
 *
 * It does what `feedCalendars` does, with the same problems and reports, and without modules of Node.
 * Only https: and webcal: addresses are read. What it can't do: check the address that a name resolves
 * to. So don't use it where a request can reach servers that editors must not reach.
 *
 * @throws OptionError for an option that does not exist, or an invalid value
 * @example
 * createLoader({client, calendars: plainCalendars({cache: textCache(store)})})
 */
export const plainCalendars = /* @__PURE__ */ readerFactory(
  (options: PlainOptions = {}): CalendarReader => {
    requireOptions('plainCalendars', options, checks)
    const {waitUntil, concurrency = 6} = options
    const settings = settingsOf(options)
    return async ({signal: ofCall, ...request}) => {
      const signal = eitherOf(options.signal, ofCall)
      signal?.throwIfAborted()
      const read: ReadOptions = {...settings, signal, gate: concurrencyGate(concurrency)}
      const reading = mergeFeeds(request, async (addresses) => {
        const results = await Promise.all(addresses.map((address) => readFeed(address, read)))
        for (const {settled} of results) if (settled) waitUntil?.(settled)
        return results
      })
      return untilAborted(signal, reading)
    }
  },
)

function settingsOf(options: PlainOptions): Omit<ReadOptions, 'gate' | 'signal'> {
  const {fetch = globalFetch, cache = memoryCache(), timeout = 10_000, waitUntil} = options
  const {now = () => new Date(), inBrowser = isBrowser(), limits, calendarLimits} = options
  return {
    cache,
    fetch: plainFetch(fetch, inBrowser),
    now,
    allowHosts: [],
    force: false,
    parse: defaultParse,
    guard: openGuard,
    downloads: separateDownloads,
    outlivesCaller: false,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    limits: {
      ...defaultFetchLimits,
      // A worker ends with its response, and with it a download that nobody waits for.
      ...(!waitUntil && {staleWhileRevalidate: 0}),
      ...limits,
      timeout,
      deadline: timeout,
    },
    calendarLimits: {...feedCalendarLimits, ...calendarLimits},
  }
}

/** A worker can't wait for the connection of another request, so each call downloads for itself. */
const separateDownloads: SingleFlight<CachedRecord> = {
  run(_cache, _key, deadline, start) {
    const outcome = start()
    const nothing = () => {}
    const byDeadline = within(deadline, outcome)
    // A caller with an earlier copy does not await it.
    byDeadline.catch(nothing)
    return {byDeadline, settled: outcome.then(nothing, nothing)}
  },
}

function eitherOf(
  first: AbortSignal | undefined,
  second: AbortSignal | undefined,
): AbortSignal | undefined {
  return first && second ? AbortSignal.any([first, second]) : (first ?? second)
}

/** Pages have a document, and their workers this function. Other platforms have neither. */
function isBrowser(): boolean {
  return 'document' in globalThis || 'importScripts' in globalThis
}
