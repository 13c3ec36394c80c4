import {randomUUID} from 'node:crypto'
import {watchEventLoop} from './budget/watchEventLoop.ts'
import {requirePrograms} from './budget/programs.ts'
import {type Clock, systemClock} from './clock.ts'
import {type DataPlace, dataFiles} from './datasets/dataFiles.ts'
import {CopyJobs} from './datasets/copyJobs.ts'
import {assertDatasetName, type DatasetName} from './datasets/datasetName.ts'
import {readSettings} from './datasets/datasetSettings.ts'
import {Datasets} from './datasets/datasets.ts'
import {openDataset} from './datasets/openDataset.ts'
import type {StoredDocument} from './document.ts'
import type {Engine} from './engine.ts'
import {LakeError} from './errors.ts'
import {assertTokens} from './http/assertTokens.ts'
import {listsOrigin} from './http/corsOrigins.ts'
import {createApp} from './http/createApp.ts'
import {isLoopbackHost, isLoopbackOrigin} from './http/guard.ts'
import {hostName} from './http/hostName.ts'
import {type Token, type Visitor, visitorFrom} from './http/visitor.ts'
import {parseInstant} from './instant.ts'
import {type ImportSource, importDocuments} from './importDocuments.ts'
import {defaultLimits, type LakeLimits} from './limits.ts'
import {openSharedResources} from './sharedResources.ts'
import type {WebhookDefinition} from './webhooks/declaredWebhook.ts'
import {openWebhooks} from './webhooks/openWebhooks.ts'

/** Options of `createLake`: where the datasets are, and who may use them. */
export type LakeOptions = DataPlace & CommonOptions

interface CommonOptions extends DatasetName {
  /** Datasets in addition to the first one, `projectId` and `dataset`. They are created if they do not exist. */
  datasets?: readonly DatasetName[]
  /**
   * Tokens with their roles. Without tokens, everyone on this machine may do everything. A token has at
   * least 16 characters.
   */
  tokens?: readonly Token[]
  /** Origins of web pages that may use the lake. Origins on this machine always may. */
  allowedOrigins?: readonly string[]
  /** Host names for the lake, without a port. Loopback names are always allowed. */
  allowedHosts?: readonly string[]
  /** Webhooks in addition to those that clients create. Clients cannot change these. */
  webhooks?: readonly WebhookDefinition[]
  /**
   * Hosts that webhooks may go to, in addition to this machine: names without a port, addresses, or ranges such
   * as `172.16.0.0/12`. A name that resolves to a private address needs that address in the list too.
   */
  allowedWebhookHosts?: readonly string[]
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

/** A dataset of a lake. */
export interface LakeDataset extends Readonly<DatasetName> {
  /** The name of the dataset that its comments and tasks are about. Undefined for a dataset of its own. */
  readonly addonFor: string | undefined
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
}

/** A Content Lake with the HTTP interface of the hosted one. Itself, it is its first dataset. */
export interface Lake extends LakeDataset {
  /** Whether the lake has tokens. Without tokens, everyone is the editor. */
  readonly hasTokens: boolean
  /** Returns the response that the hosted service would. An error is a response too. */
  fetch(request: Request): Promise<Response>
  /** Returns all datasets, the first one first. */
  datasets(): readonly LakeDataset[]
  /** Returns a dataset. Undefined if it does not exist. */
  find(name: DatasetName): LakeDataset | undefined
  /** Returns a dataset, and creates it if it does not exist. @throws LakeError for an invalid name or file */
  open(name: DatasetName): LakeDataset
  /**
   * Deletes a dataset with its file. Nothing happens if there is none.
   *
   * @throws DatasetFault for the first one, which the lake was started with
   */
  remove(name: DatasetName): void
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
  const first = {projectId, dataset}
  for (const name of [first, ...(options.datasets ?? [])]) assertDatasetName(name)
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
  const clock = options.clock ?? systemClock
  const {warn = (message) => process.emitWarning(message), confirmedDate, makeId} = options
  const webhooks = openWebhooks({
    projectId,
    webhooks: options.webhooks ?? [],
    allowedWebhookHosts: options.allowedWebhookHosts ?? [],
    clock,
    makeId: makeId ?? randomUUID,
    warn,
    values: (project) => datasets.values(project),
  })
  const shared = openSharedResources(limits)
  const datasets = openDatasets()
  const isAllowedOrigin = (origin: string) =>
    isLoopbackOrigin(origin) || allowedOrigins.includes(origin)
  // For sockets, which do not say in time which project they are about.
  const isListedEverywhere = (origin: string) =>
    datasets
      .projects()
      .map((project) => datasets.values(project))
      .every((values) => values && listsOrigin(values, origin))
  const allowedNames = allowedHosts.map(hostName)
  const isAllowedHost = (host: string) =>
    isLoopbackHost(host) || allowedNames.includes(hostName(host))
  const eventLoop = watchEventLoop(limits.eventLoopDelayMilliseconds)
  const jobs = new CopyJobs(datasets, {clock, makeId: makeId ?? randomUUID})
  const app = createApp(datasets, {
    tokens,
    isAllowedHost,
    isAllowedOrigin,
    eventLoop,
    eventStreams: shared.streams,
    jobs,
    webhooks,
  })
  for (const project of datasets.projects()) webhooks.resume(project)

  function openDatasets(): Datasets {
    const opened = new Datasets({
      first,
      files: dataFiles(options, first),
      clock,
      open: (name, file, store) => {
        const dataset = openDataset({
          ...name,
          file,
          ...(store && {store}),
          clock,
          limits,
          shared,
          historyDays,
          confirmedDate,
          warn,
          ...(makeId && {makeId}),
        })
        webhooks.watch(dataset.engine)
        return dataset
      },
      onDelete: (engine) => webhooks.unwatch(engine),
      warn,
    })
    try {
      for (const name of options.datasets ?? []) opened.ensure(name)
    } catch (error) {
      opened.close()
      throw error
    }
    return opened
  }

  return {
    ...lakeDataset(datasets.first.engine),
    hasTokens: tokens.length > 0,
    fetch: async (request) => app.fetch(request),
    datasets: () => datasets.list().map(({engine}) => lakeDataset(engine)),
    find(name) {
      const found = datasets.get(name)
      return found && lakeDataset(found.engine)
    },
    open: (name) => lakeDataset(datasets.ensure(name).engine),
    remove: (name) => datasets.delete(name),
    setAddress: (address) => {
      shared.address = address
      datasets.start()
    },
    authenticate: (authorization) => visitorFrom(authorization, tokens),
    isAllowedHost,
    isAllowedOrigin: (origin) => isAllowedOrigin(origin) || isListedEverywhere(origin),
    close() {
      eventLoop.close()
      webhooks.close()
      datasets.close()
      shared.close()
    },
  }
}

function lakeDataset(engine: Engine): LakeDataset {
  const {projectId, dataset, documents, store} = engine
  return {
    projectId,
    dataset,
    addonFor: readSettings(store).addonFor,
    count: () => documents.raw.all().length,
    documents: () => documents.raw.all(),
    import: (sources) => importDocuments(engine, sources),
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
