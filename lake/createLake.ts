import {startReleaseScheduler} from './actions/releaseScheduler.ts'
import {relocateAssets} from './assets/relocateAssets.ts'
import {watchEventLoop} from './budget/watchEventLoop.ts'
import {requirePrograms} from './budget/programs.ts'
import {type Clock, systemClock} from './clock.ts'
import {ClockGuard, watchClock} from './clockGuard.ts'
import type {StoredDocument} from './document.ts'
import {openEngine} from './engine.ts'
import {LakeError} from './errors.ts'
import {scheduleHistoryPruning} from './history/scheduleHistoryPruning.ts'
import {assertTokens} from './http/assertTokens.ts'
import {createApp} from './http/createApp.ts'
import {isLoopbackHost, isLoopbackOrigin} from './http/guard.ts'
import {type Token, type Visitor, visitorFrom} from './http/visitor.ts'
import {parseInstant} from './instant.ts'
import {type ImportSource, importDocuments} from './importDocuments.ts'
import {defaultLimits, type LakeLimits} from './limits.ts'

/** Options of `createLake`. */
export interface LakeOptions {
  /** The data file. Created if it does not exist. `:memory:` stores nothing on disk. */
  file: string
  /** The project ID, as for `createClient`: lowercase letters, digits and dashes. */
  projectId: string
  /** The dataset name: lowercase letters, digits, `_` and `-`, at most 64 characters. */
  dataset: string
  /**
   * Tokens with their roles. Without tokens, everyone on this machine may do everything. A token has at
   * least 16 characters.
   */
  tokens?: readonly Token[]
  /** Origins of web pages that may use the lake. Origins on this machine always may. */
  allowedOrigins?: readonly string[]
  /** Host names for the lake, without a port. Loopback names are always allowed. */
  allowedHosts?: readonly string[]
  /** Days to keep earlier revisions, at least 1. Defaults to forever. */
  historyDays?: number
  /** Budgets that differ from the defaults. */
  limits?: Partial<LakeLimits>
  /**
   * Today's date, such as `2026-11-17`. Confirms the clock after the lake was off for more than 92 days.
   * Until then, the lake deletes no history and publishes no scheduled release. Other dates do nothing.
   */
  confirmedDate?: string
  /** Called with what the operator should know. Defaults to `process.emitWarning`. */
  warn?: (message: string) => void
  /** The source of the current time. Defaults to the system clock. */
  clock?: Clock
  /** Returns a unique id, for documents and transactions without one. Defaults to a random UUID. */
  makeId?: () => string
}

/** A dataset in one file, with the HTTP interface of the hosted Content Lake. */
export interface Lake {
  readonly projectId: string
  readonly dataset: string
  /** Whether the lake has tokens. Without tokens, everyone is the editor. */
  readonly hasTokens: boolean
  /** Returns the response that the hosted service would. An error is a response too. */
  fetch(request: Request): Promise<Response>
  /** Returns the number of documents, including drafts and versions. */
  count(): number
  /** Returns all documents, ordered by id. Do not change them. */
  documents(): readonly StoredDocument[]
  /**
   * Imports newline-delimited JSON. Replaces documents that exist. Stores all documents or none.
   *
   * @returns the number of documents
   * @throws ImportError with the file and line of each invalid document
   */
  import(sources: readonly ImportSource[]): number
  /** Identifies the sender of a request by its `Authorization` header. @throws ApiError 401 for an unknown token */
  authenticate(authorization: string | null): Visitor
  /**
   * Sets the address that the `url` of assets starts with. `serve` calls it. Call it again after `serve` with the
   * address of a proxy, such as `https://studio.example.org`.
   */
  setAddress(address: string): void
  /** Returns whether a `Host` header is allowed. */
  isAllowedHost: (host: string) => boolean
  /** Returns whether an `Origin` header is allowed. */
  isAllowedOrigin: (origin: string) => boolean
  /** Closes the file and ends the worker threads. Requests that run or come later fail. */
  close(): void
}

/**
 * Opens a Content Lake in a data file, or creates it. `serve` makes it reachable over HTTP.
 *
 * @example
 * const lake = createLake({file: '.touchpoints/lake.db', projectId: 'local', dataset: 'production'})
 * const server = await serve(lake, {port: 3900})
 *
 * @throws LakeError if an option is invalid, or if the file belongs to another program, is damaged, is in
 * use, is not writable or has another dataset. The file then stays unchanged.
 */
export function createLake(options: LakeOptions): Lake {
  const {projectId, dataset, historyDays} = options
  const {tokens = [], allowedOrigins = [], allowedHosts = []} = options
  assertName(
    'projectId',
    projectId,
    /^[a-z0-9][a-z0-9-]*$/,
    'lowercase letters, digits and -, such as local',
  )
  assertName(
    'dataset',
    dataset,
    /^~?[a-z0-9][a-z0-9_-]{0,63}$/,
    'at most 64 lowercase letters, digits, - and _, such as production',
  )
  if (historyDays !== undefined && !(historyDays >= 1)) {
    throw new LakeError(
      'invalid-configuration',
      `Invalid historyDays: ${historyDays}. Use a number of days, at least 1.`,
    )
  }
  if (options.confirmedDate !== undefined && parseInstant(options.confirmedDate) === undefined) {
    throw new LakeError(
      'invalid-configuration',
      `Invalid confirmedDate: "${options.confirmedDate}". Use today's date, such as 2026-11-17.`,
    )
  }
  assertTokens(tokens)
  const limits = {...defaultLimits, ...options.limits} satisfies LakeLimits
  assertLimits(limits)
  requirePrograms()
  const engine = openEngine({
    file: options.file,
    projectId,
    dataset,
    clock: options.clock ?? systemClock,
    limits,
    ...(options.makeId && {makeId: options.makeId}),
  })
  const isAllowedOrigin = (origin: string) =>
    isLoopbackOrigin(origin) || allowedOrigins.includes(origin)
  const isAllowedHost = (host: string) =>
    isLoopbackHost(host) || allowedHosts.includes(host.toLowerCase().replace(/:\d+$/, ''))
  const eventLoop = watchEventLoop(limits.eventLoopDelayMilliseconds)
  const app = createApp(engine, {tokens, isAllowedHost, isAllowedOrigin, eventLoop})
  const {warn = (message) => process.emitWarning(message)} = options
  const {confirmedDate} = options
  const clock = new ClockGuard({store: engine.store, clock: engine.clock, confirmedDate, warn})
  const stopWatching = watchClock(clock)
  const stopScheduler = startReleaseScheduler(engine, clock)
  const stopPruning =
    historyDays === undefined ? () => {} : scheduleHistoryPruning(engine.store, clock, historyDays)
  return {
    projectId,
    dataset,
    hasTokens: tokens.length > 0,
    fetch: async (request) => app.fetch(request),
    count: () => engine.documents.raw.all().length,
    documents: () => engine.documents.raw.all(),
    import: (sources) => importDocuments(engine, sources),
    setAddress: (address) => {
      engine.address = address
      engine.queries.change(relocateAssets(engine.documents, address))
      engine.queries.start()
    },
    authenticate: (authorization) => visitorFrom(authorization, tokens),
    isAllowedHost,
    isAllowedOrigin,
    close() {
      stopWatching()
      stopScheduler()
      stopPruning()
      eventLoop.close()
      engine.close()
    },
  }
}

function assertLimits(limits: LakeLimits) {
  for (const [name, value] of Object.entries(limits)) {
    if (value > 0) continue
    throw new LakeError(
      'invalid-configuration',
      `Invalid limit ${name}: ${value}. Use a number above 0.`,
    )
  }
}

function assertName(option: string, value: string, pattern: RegExp, expected: string) {
  if (pattern.test(value)) return
  throw new LakeError(
    'invalid-configuration',
    `Invalid ${option}: "${value}". Use ${expected}. Start with a letter or a digit.`,
  )
}
