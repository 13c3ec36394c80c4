import {startReleaseScheduler} from './actions/releaseScheduler.ts'
import {relocateAssets} from './assets/relocateAssets.ts'
import {type Clock, systemClock} from './clock.ts'
import type {StoredDocument} from './document.ts'
import {openEngine} from './engine.ts'
import {LakeError} from './errors.ts'
import {keepHistory} from './history/keepHistory.ts'
import {createApp} from './http/createApp.ts'
import {isLoopbackHost, isLoopbackOrigin} from './http/guard.ts'
import {type Token, type Visitor, visitorFrom} from './http/visitor.ts'
import {type ImportSource, importDocuments} from './importDocuments.ts'

export interface LakeOptions {
  /** The data file; made when it is not there. `:memory:` keeps nothing. */
  file: string
  /** As `createClient` takes it: lower case letters, digits and dashes. */
  projectId: string
  dataset: string
  /** Who may do what. Without any, everyone on this machine may do everything. */
  tokens?: readonly Token[]
  /** Origins of web pages that may use the lake besides those of this machine itself. */
  allowedOrigins?: readonly string[]
  /** Names that the lake answers to besides those of this machine itself, without a port. */
  allowedHosts?: readonly string[]
  /** How long earlier revisions are kept; for ever by default. At least 1. */
  historyDays?: number
  clock?: Clock
  /** For documents without an id and transactions without one. Has to be unique. */
  makeId?: () => string
}

/** One dataset in one file, with the hosted Content Lake's HTTP interface. */
export interface Lake {
  readonly projectId: string
  readonly dataset: string
  readonly hasTokens: boolean
  /** Answers a request as the hosted service would; errors are answers too. */
  fetch(request: Request): Promise<Response>
  /** How many documents there are, drafts and versions included. */
  count(): number
  /** All of them, by id. Not to be changed. */
  documents(): readonly StoredDocument[]
  /**
   * Stores documents that are newline-delimited JSON, all of them or none.
   *
   * @throws ImportRefusedError that names file and line of each document which cannot be stored.
   */
  import(sources: readonly ImportSource[]): number
  /** @throws ApiError 401 for a token that is not one of the lake's. */
  visitor(authorization: string | null): Visitor
  /** Tells where clients reach it, for the `url` of assets; `serve` does so. */
  servedAt(address: string): void
  isAllowedHost: (host: string) => boolean
  isAllowedOrigin: (origin: string) => boolean
  /** Closes the file. Requests after it fail. */
  close(): void
}

/**
 * @example
 * const lake = createLake({file: '.touchpoints/lake.db', projectId: 'local', dataset: 'production'})
 * const server = await serve(lake, {port: 3900})
 *
 * @throws LakeError when the file is another program's, damaged, in use or not writable. It is then
 * left as it was.
 */
export function createLake(options: LakeOptions): Lake {
  const {projectId, dataset, historyDays} = options
  const {tokens = [], allowedOrigins = [], allowedHosts = []} = options
  assertName('projectId', projectId, /^[a-z0-9][a-z0-9-]*$/)
  assertName('dataset', dataset, /^~?[a-z0-9][a-z0-9_-]{0,63}$/)
  if (historyDays !== undefined && !(historyDays >= 1)) {
    throw new LakeError(
      'invalid-configuration',
      `${historyDays} cannot be the historyDays of a lake: it has to be a number of days, at least 1.`,
    )
  }
  const engine = openEngine({
    file: options.file,
    projectId,
    dataset,
    clock: options.clock ?? systemClock,
    ...(options.makeId && {makeId: options.makeId}),
  })
  const isAllowedOrigin = (origin: string) =>
    isLoopbackOrigin(origin) || allowedOrigins.includes(origin)
  const isAllowedHost = (host: string) =>
    isLoopbackHost(host) || allowedHosts.includes(host.toLowerCase().replace(/:\d+$/, ''))
  const app = createApp(engine, {tokens, isAllowedHost, isAllowedOrigin})
  const stopScheduler = startReleaseScheduler(engine)
  const stopForgetting =
    historyDays === undefined ? () => {} : keepHistory(engine.store, engine.clock, historyDays)
  return {
    projectId,
    dataset,
    hasTokens: tokens.length > 0,
    fetch: async (request) => app.fetch(request),
    count: () => engine.documents.raw.all().length,
    documents: () => engine.documents.raw.all(),
    import: (sources) => importDocuments(engine, sources),
    servedAt: (address) => relocateAssets(engine.documents, address),
    visitor: (authorization) => visitorFrom(authorization, tokens),
    isAllowedHost,
    isAllowedOrigin,
    close() {
      stopScheduler()
      stopForgetting()
      engine.close()
    },
  }
}

function assertName(option: string, value: string, pattern: RegExp) {
  if (pattern.test(value)) return
  throw new LakeError(
    'invalid-configuration',
    `"${value}" cannot be the ${option} of a lake: it has to match ${pattern.source}.`,
  )
}
