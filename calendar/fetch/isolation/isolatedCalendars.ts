import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {isAbsolute, resolve} from 'node:path'
import {lru} from 'tiny-lru'
import type {CalendarReader, CalendarsRequest, CalendarsResult} from '../../calendarReader.ts'
import {OptionError, type OptionCheck} from '../../optionNames.ts'
import {
  callback,
  concurrency,
  folder,
  hosts,
  limitsOf,
  requireOptions,
  type OptionChecks,
} from '../../optionValues.ts'
import {readerFactory} from '../../readerFactory.ts'
import {feedCalendars} from '../feedCalendars.ts'
import {limitChecks} from '../fetchOptionChecks.ts'
import {fileCache} from '../fileCache.ts'
import {guardedFetch} from '../guardedFetch.ts'
import {sampleFeeds} from '../sampleFeeds.ts'
import {untilAborted} from '../untilAborted.ts'
import {within} from '../within.ts'
import {CalendarThread, ThreadEnded} from './calendarThread.ts'
import {defaultIsolationLimits, type IsolationLimits} from './isolationLimits.ts'
import type {ThreadOptions} from './messages.ts'
import {resultWithoutFeeds, staleResult} from './lateResults.ts'
import {workerFile} from './workerFile.ts'

/** Options of `isolatedCalendars`. They are plain data, because they are sent to a thread. */
export interface IsolatedOptions extends ThreadOptions {
  /** Missing limits default to `defaultIsolationLimits`. */
  isolation?: Partial<IsolationLimits>
  /**
   * The worker's file. Defaults to the package's own. Set it if a bundler put it elsewhere: its entry
   * point is `@touchpoints/calendar/fetch/worker`. Null: there is no file.
   */
  worker?: string | URL | null
  /** Clock for quarantines and the age of results. Defaults to the system clock. */
  now?: () => Date
}

const workerAddress: OptionCheck = (value) =>
  value === null || typeof value === 'string' || value instanceof URL
    ? undefined
    : 'Use the path or the address of a file, or null.'

const checks = {
  ...limitChecks('isolatedCalendars'),
  isolation: limitsOf('the isolation of isolatedCalendars', defaultIsolationLimits),
  worker: workerAddress,
  now: callback,
  cacheFolder: folder,
  sampleFolder: folder,
  allowHosts: hosts,
  concurrency,
} as const satisfies OptionChecks<IsolatedOptions>

/** A `CalendarReader` with a thread of its own. Disposing it ends the thread. */
export interface IsolatedReader extends CalendarReader, AsyncDisposable {}

/** Results to keep for the time when the thread is busy. A site has a few windows. */
const maxLastResults = 16

/**
 * Creates a `CalendarReader` for Node that reads feeds in a worker thread.
 *
 * Nothing in a feed can stop or delay the caller's thread: fetching, decoding, parsing, expanding and
 * merging happen in the other thread, within a time and a memory limit. A feed that exceeds a limit
 * ends that thread. The request is then answered without this feed, with a `too-expensive` problem.
 * Its last good copy is used if that was not the cause.
 *
 * The thread starts with the first request. It does not keep the process running.
 *
 * While the thread is busy for longer than `isolation.wait`, the last result for the same request is
 * returned, or one without feeds. Each feed then has a `deadline-exceeded` problem.
 *
 * If threads are not available, or a bundler hides the worker's file, feeds are read in the caller's
 * thread, as by `feedCalendars`. A process warning says so once.
 *
 * @throws OptionError if `worker` names no file, for an option that does not exist, or an invalid value
 * @example
 * createLoader({client, calendars: isolatedCalendars({cacheFolder: '.touchpoints/feeds'})})
 */
export const isolatedCalendars = /* @__PURE__ */ readerFactory(
  (options: IsolatedOptions = {}): IsolatedReader => {
    requireOptions('isolatedCalendars', options, checks)
    const {
      isolation = {},
      worker = workerFile() ?? null,
      now = () => new Date(),
      ...inThread
    } = options
    const limits = {...defaultIsolationLimits, ...isolation} satisfies IsolationLimits
    if (worker === null) return withoutThread(inThread)
    requireFile(worker)
    const clock = () => now().getTime()
    const thread = new CalendarThread({file: worker, options: inThread, limits, now: clock})
    const running = new Map<string, Promise<CalendarsResult>>()
    const last = lru<{result: CalendarsResult; at: number}>(maxLastResults)

    /** Returns the result of the thread, or undefined if it has none in time. */
    function start(request: CalendarsRequest, key: string): Promise<CalendarsResult | undefined> {
      const {now: instant} = request
      const known = running.get(`${key} ${instant}`)
      if (!known && thread.waiting >= limits.requests) return Promise.resolve(undefined)
      const reading = known ?? thread.read(request)
      if (!known) {
        running.set(`${key} ${instant}`, reading)
        const remember = (result: CalendarsResult) => last.set(key, {result, at: clock()})
        const forget = () => running.delete(`${key} ${instant}`)
        reading
          .then(remember)
          .catch(() => {})
          .finally(forget)
      }
      return withoutThreadFaults(within(limits.wait, reading))
    }

    async function read(request: CalendarsRequest): Promise<CalendarsResult> {
      const key = keyOf(request)
      const result = await start(request, key)
      if (result) return result
      const earlier = last.get(key)
      if (!earlier) return resultWithoutFeeds(request, limits)
      return staleResult(request, earlier.result, clock() - earlier.at, limits)
    }

    // A signal can't be sent to a thread.
    const reader: CalendarReader = ({signal, ...request}) => untilAborted(signal, read(request))
    return Object.assign(reader, {[Symbol.asyncDispose]: () => thread.close()})
  },
)

/** @throws OptionError if there is no such file */
function requireFile(worker: string | URL): void {
  const file = worker instanceof URL ? worker : isAbsolute(worker) ? worker : resolve(worker)
  if (existsSync(file)) return
  throw new OptionError(
    'worker',
    `isolatedCalendars: the worker ${String(worker)} does not exist. Set it to the bundled copy of @touchpoints/calendar/fetch/worker, or leave the option out.`,
  )
}

/** Requests with the same key differ in `now` only. */
function keyOf(request: CalendarsRequest): string {
  const text = JSON.stringify({...request, now: undefined})
  return createHash('sha256').update(text).digest('base64url')
}

async function withoutThreadFaults<T>(outcome: Promise<T>): Promise<T | undefined> {
  try {
    return await outcome
  } catch (error) {
    if (error instanceof ThreadEnded) return undefined
    throw error
  }
}

function withoutThread({cacheFolder, sampleFolder, ...options}: ThreadOptions): IsolatedReader {
  process.emitWarning(
    'Calendar feeds are read in the main thread, because the worker was not located. Keep @touchpoints/calendar outside of the bundle, or set the option `worker`.',
    {code: 'TOUCHPOINTS_NO_WORKER'},
  )
  const guarded = guardedFetch({allowHosts: options.allowHosts ?? []})
  const reader = feedCalendars({
    ...options,
    ...(cacheFolder !== undefined && {cache: fileCache(cacheFolder)}),
    fetch: sampleFolder === undefined ? guarded : sampleFeeds(sampleFolder, guarded),
  })
  return Object.assign(reader, {[Symbol.asyncDispose]: async () => {}})
}
