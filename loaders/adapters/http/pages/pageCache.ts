import {consoleLogger, oncePerMinute, type Logger} from '../../../logger.ts'
import {
  callback,
  checkOptions,
  list,
  logger,
  number,
  record,
  withMethods,
  type Checks,
} from '../../../options/optionChecks.ts'
import type {LiveChanges, LiveMessage} from '../../../preview/liveChanges.ts'
import {HttpError} from '../HttpError.ts'
import type {PlainReply} from '../plainReply.ts'
import {type Encoders, gzipOnly, type PageCopy, pageCopy} from './pageCopy.ts'
import {
  keyOf,
  type PageAddress,
  type PageStore,
  type RenderedPage,
  type StoredPage,
} from './page.ts'
import {pageReply, type PageRequest} from './pageReply.ts'
import {concerns, pageEntries, type PageEntry} from './pageEntries.ts'
import {type PageLimits, pageLimits} from './pageLimits.ts'
import {pageRefresher} from './pageRefresher.ts'
import {pageStorage} from './pageStorage.ts'
import {overloaded, renderQueue} from './renderQueue.ts'

export interface PageCacheOptions {
  /**
   * Renders an address. It gets nothing of the visitor, so that a page can be sent to everyone. A status
   * from 500 is a failure, like an exception.
   */
  render: (address: PageAddress) => Promise<RenderedPage>
  /** Reports the sync tags of what changed. */
  changes: Pick<LiveChanges, 'subscribe' | 'isConnected'>
  /** Milliseconds since 1970. */
  now: () => number
  /** Keeps pages without parameters for the next start. Defaults to none. */
  store?: PageStore
  /**
   * Adds a hint to a page that is sent although it is outdated, such as "as of 10:04". Returns the new
   * body. `asOf` is the time of its content, milliseconds since 1970. Defaults to none; the `age` header is
   * always sent.
   */
  markStale?: (page: StoredPage, asOf: number) => Uint8Array<ArrayBuffer>
  /** Content codings by preference. Defaults to gzip. Pass an empty list behind a server that compresses. */
  encoders?: Encoders
  limits?: Partial<PageLimits>
  /**
   * Receives why a page could not be rendered or stored. Defaults to the console, with each cause once a
   * minute. `silent` turns it off.
   */
  logger?: Logger
}

const checks = {
  render: callback,
  changes: withMethods('liveChanges of touchpoints/preview', 'subscribe', 'isConnected'),
  now: callback,
  store: record,
  markStale: callback,
  encoders: list,
  limits: record,
  logger,
} as const satisfies Checks<PageCacheOptions>

const limitChecks = Object.fromEntries(Object.keys(pageLimits).map((name) => [name, number]))

export interface PageCache {
  /**
   * Returns the reply for a request. A current page is returned at once, so that it costs a server nothing
   * but the look-up.
   *
   * @throws HttpError 503 when too many renders wait and there is no copy
   * @throws the error of `render` when there is no copy
   */
  respond(address: PageAddress, request: PageRequest): PlainReply | Promise<PlainReply>
  /** Resolves when the store has what was rendered so far. Await it before the process ends. */
  flush(): Promise<void>
  /** Copies and bytes in memory, and renders that run or wait. */
  stats(): {copies: number; bytes: number; renders: number}
}

const notRendered = 'touchpoints: a page could not be rendered.'
const tooMany = 'touchpoints: too many pages wait to be rendered, so some visitors get a 503.'

/** A render that runs or waits. */
interface Flight {
  createdAt: number
  hasStarted: boolean
  /** Events since the start. Whether they concern the page is known at its end. */
  missed: readonly LiveMessage[]
  result: Promise<Outcome>
}

type Outcome =
  | {kind: 'page'; entry: PageEntry}
  | {kind: 'failed'; error: unknown; page?: RenderedPage}

/**
 * Caches rendered pages: rendered once per change, not once per visitor.
 *
 * - A page is current until a live event carries one of its sync tags, its next known change passes, or a
 *   minute is over. For another minute it is sent at once while one render runs.
 * - A request for an outdated page waits for the new one, at most a second, so that an editor who just
 *   published sees the result. After that it gets the last good page, as it does while rendering fails.
 * - A page that an event concerns is rendered at once in the background. If that fails, no copy of it is sent
 *   any more: its content may have been withdrawn.
 * - Concurrent requests share one render. A request after an event never shares one from before it.
 * - Renders, copies and bytes are limited. A page with parameters never displaces one without.
 *
 * Use it only for what everyone may see: send previews and requests with a session past it.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * const pages = pageCache({render, changes: liveChanges(client.live), now: Date.now})
 * const reply = await pages.respond({path: '/', query: ''}, {method: 'GET', header: () => undefined})
 */
export function pageCache(options: PageCacheOptions): PageCache {
  checkOptions('pageCache', options, checks, ['render', 'changes', 'now'])
  checkOptions('the limits of pageCache', options.limits ?? {}, limitChecks)
  const {render, changes, now, store, markStale, encoders = gzipOnly} = options
  const log = oncePerMinute(options.logger ?? consoleLogger, now)
  const limits = {...pageLimits, ...options.limits}
  const queue = renderQueue({concurrency: limits.maxRenders, maxWaiting: limits.maxWaiting})
  const entries = pageEntries(limits)
  const flights = new Map<string, Flight>()
  let renders = 0
  const storage = pageStorage(store, (error) =>
    log.error('touchpoints: a page could not be stored.', error),
  )
  const refresher = pageRefresher((address) => {
    const key = keyOf(address)
    return startRender(address, key, entries.find(key)).result
  })
  const caching = cacheControl(limits)

  changes.subscribe((message) => {
    const concerned = entries.outdate(message)
    for (const flight of flights.values()) {
      if (flight.hasStarted) flight.missed = withMessage(flight.missed, message)
    }
    if (message.type === 'restart') return
    const pages = concerned.filter(({address, copy}) => {
      return address.query === '' && copy.page.status === 200
    })
    refresher.add(pages.map(({address}) => address))
    void storage
      .outdate((syncTags) => concerns(message, {syncTags}))
      .then((paths) => refresher.add(paths.filter(isAbsent).map((path) => ({path, query: ''}))))
  })

  function respond(address: PageAddress, request: PageRequest): PlainReply | Promise<PlainReply> {
    const key = keyOf(address)
    const entry = entries.find(key)
    const state = entry && stateOf(entry)
    if (!entry || state === 'outdated') return newest(address, key, request, entry)
    if (state === 'aging' && !hasJustFailed(entry)) void startRender(address, key, entry).result
    return send(entry.copy, request)
  }

  async function newest(
    address: PageAddress,
    key: string,
    request: PageRequest,
    known: PageEntry | undefined,
  ): Promise<PlainReply> {
    if (known && hasJustFailed(known) && isUsable(known)) return sendStale(address, known, request)
    const flight = startRender(address, key, known)
    const waited = now() - flight.createdAt
    const early = await within(flight.result, limits.patience - waited)
    if (early?.kind === 'page') return sendRendered(address, early.entry, request)
    // A failure removes a page after a change of its content.
    const last = entries.find(key) ?? (await fromStore(address, key))
    if (last && isUsable(last)) return sendStale(address, last, request)
    const outcome = early ?? (await flight.result)
    if (outcome.kind === 'page') return sendRendered(address, outcome.entry, request)
    if (outcome.page) return unsaved(outcome.page, request)
    throw outcome.error
  }

  function startRender(address: PageAddress, key: string, known: PageEntry | undefined): Flight {
    const existing = flights.get(key)
    // A render that started before an event may not contain the change.
    if (existing && existing.missed.length === 0) return existing
    const flight: Flight = {
      createdAt: now(),
      hasStarted: false,
      missed: [],
      result: Promise.resolve({kind: 'failed', error: overloaded()}),
    }
    const isKnown = known !== undefined && address.query === ''
    flight.result = queue
      .run(() => renderOnce(address, key, flight), {isKnown})
      .catch((error: unknown): Outcome => failed(key, error))
      .finally(() => {
        if (flights.get(key) === flight) flights.delete(key)
      })
    flights.set(key, flight)
    return flight
  }

  async function renderOnce(address: PageAddress, key: string, flight: Flight): Promise<Outcome> {
    flight.hasStarted = true
    const startedAt = now()
    const order = ++renders
    const page = await within(render(address), limits.renderTimeout)
    if (!page) throw timeout(key)
    if (page.status >= 500) return failed(key, undefined, page)
    const latest = page.status === 200 ? Infinity : now() + limits.missingFor
    // Without a minimum, a change that is due now would cause a render for every request.
    const until = Math.max(now() + 1000, Math.min(page.until, latest))
    const isCopy = page.asOf !== undefined
    const stored = {...page, until, renderedAt: startedAt}
    const copy = await pageCopy(stored, encoders, entries.find(key)?.copy)
    const isOutdated = flight.missed.some((message) => concerns(message, page))
    const entry: PageEntry = {
      address,
      copy,
      bytes: copy.bytes,
      order,
      isOutdated: isCopy || isOutdated,
      isChanged: isOutdated,
      failedAt: isCopy ? now() : undefined,
    }
    // A later render can finish first. Two can start in one millisecond.
    const previous = entries.find(key)
    if (!previous || previous.order < order) {
      entries.set(entry)
      if (!isCopy && !isOutdated) save(address, key, stored)
    }
    return {kind: 'page', entry}
  }

  function save({query}: PageAddress, key: string, page: StoredPage): void {
    if (query === '') storage.save(key, page)
  }

  async function fromStore(address: PageAddress, key: string): Promise<PageEntry | undefined> {
    if (address.query !== '') return undefined
    const page = await storage.read(key)
    if (!page) return undefined
    const copy = await pageCopy(page, encoders)
    // Another request may have rendered it meanwhile.
    const known = entries.find(key)
    if (known) return known
    const {bytes} = copy
    const state = {isOutdated: true, isChanged: false, failedAt: now()}
    const entry = {address, copy, bytes, order: 0, ...state}
    entries.set(entry)
    return entry
  }

  function failed(key: string, error: unknown, page?: RenderedPage): Outcome {
    const isRefused = error instanceof HttpError && error.code === 'overloaded'
    const entry = entries.find(key)
    if (entry) entry.failedAt = now()
    if (entry?.isChanged && !isRefused) entries.delete(key)
    if (isRefused) log.warn(tooMany)
    else if (error !== undefined) log.error(notRendered, error)
    return {kind: 'failed', error, ...(page && {page})}
  }

  function stateOf({copy, isOutdated}: PageEntry): 'current' | 'aging' | 'outdated' {
    const {renderedAt, until} = copy.page
    const age = now() - renderedAt
    // A clock that was set back says nothing about the age.
    if (isOutdated || now() >= until || age < 0) return 'outdated'
    if (!changes.isConnected()) return age < limits.disconnectedFor ? 'current' : 'outdated'
    if (age < limits.freshFor) return 'current'
    return age < limits.freshFor + limits.staleWhileRevalidate ? 'aging' : 'outdated'
  }

  function hasJustFailed({failedAt}: PageEntry): boolean {
    return failedAt !== undefined && Math.abs(now() - failedAt) < limits.retryAfter
  }

  function isUsable({copy}: PageEntry): boolean {
    const {status, renderedAt} = copy.page
    // Whether a missing page still is missing is not known.
    return status < 400 && now() - renderedAt < limits.staleIfError
  }

  function sendRendered(address: PageAddress, entry: PageEntry, request: PageRequest) {
    const isCopy = entry.copy.page.asOf !== undefined
    return isCopy ? sendStale(address, entry, request) : send(entry.copy, request)
  }

  function send(copy: PageCopy, request: PageRequest): PlainReply {
    return pageReply(copy, request, {now: now(), caching, isStale: false})
  }

  async function sendStale(
    address: PageAddress,
    entry: PageEntry,
    request: PageRequest,
  ): Promise<PlainReply> {
    const {copy} = await (entry.marked ??= mark(address, entry))
    return pageReply(copy, request, {now: now(), caching, isStale: true})
  }

  /** Replaces an entry by one with a hint. An outdated entry is never current again. */
  async function mark(address: PageAddress, entry: PageEntry): Promise<PageEntry> {
    const {page} = entry.copy
    if (!markStale || page.status !== 200) return entry
    const copy = await pageCopy(
      {...page, body: markStale(page, page.asOf ?? page.renderedAt)},
      encoders,
    )
    const marked: PageEntry = {...entry, copy, bytes: copy.bytes}
    marked.marked = Promise.resolve(marked)
    if (entries.find(keyOf(address)) === entry) entries.set(marked)
    return marked
  }

  async function flush(): Promise<void> {
    await storage.settled()
  }

  function isAbsent(key: string): boolean {
    return entries.find(key) === undefined
  }

  return {respond, flush, stats: () => ({...entries.stats(), renders: queue.size()})}
}

function timeout(key: string): HttpError {
  return new HttpError(503, 'render-timeout', `${key} took too long. Try again in 30 seconds.`, {
    'retry-after': '30',
  })
}

/** Adds an event to those that a render missed. After many of them, anything may have changed. */
function withMessage(missed: readonly LiveMessage[], message: LiveMessage): readonly LiveMessage[] {
  return missed.length < 100 ? [...missed, message] : [{type: 'restart'}]
}

/** RFC 5861. `max-age` is zero, because a browser would not learn of a change. */
function cacheControl({staleWhileRevalidate, staleIfError}: PageLimits): string {
  const seconds = (time: number) => Math.floor(time / 1000)
  return `public, max-age=0, stale-while-revalidate=${seconds(staleWhileRevalidate)}, stale-if-error=${seconds(staleIfError)}`
}

/** Returns the reply for a failed page, such as "temporarily unavailable". */
function unsaved({status, headers, body}: RenderedPage, {method}: PageRequest): PlainReply {
  return {
    status,
    headers: {...headers, 'cache-control': 'no-store', 'content-length': String(body.length)},
    ...(method === 'GET' && {body}),
  }
}

/** Returns the value of a promise if it settles in time. */
async function within<Value>(promise: Promise<Value>, time: number): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, time))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
