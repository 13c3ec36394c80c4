import {randomUUID} from 'node:crypto'
import type {ImageRunner} from './assets/imageRunner.ts'
import type {Clock} from './clock.ts'
import {StreamScope} from './events/streamScope.ts'
import {TransactionFeed} from './events/transactionFeed.ts'
import type {AnyFault} from './faults.ts'
import type {LakeLimits} from './limits.ts'
import {compileQuery} from './query/compileQuery.ts'
import {Dataset} from './query/dataset.ts'
import {evaluateQuery} from './query/evaluateQuery.ts'
import {QueryRunner} from './query/queryRunner.ts'
import {withinBudget} from './query/withinBudget.ts'
import type {SharedResources} from './sharedResources.ts'
import {openStore, type Store} from './store/store.ts'
import {Transactor} from './transactor.ts'

export interface EngineOptions {
  file: string
  /** The store, if it is open already. Defaults to the one in the file. */
  store?: Store
  projectId: string
  dataset: string
  clock: Clock
  limits: LakeLimits
  makeId?: () => string
  shared: SharedResources
}

/** One dataset without HTTP: the store, the documents in memory, and the subscribers. */
export interface Engine {
  readonly projectId: string
  readonly dataset: string
  readonly clock: Clock
  readonly limits: LakeLimits
  readonly store: Store
  readonly documents: Dataset
  readonly transactor: Transactor
  readonly feed: TransactionFeed
  /** Evaluates the queries of clients. */
  readonly queries: QueryRunner
  /** Describes and transforms images. */
  readonly images: ImageRunner
  readonly streams: StreamScope
  /** Where clients reach the lake. Undefined before it listens. */
  readonly address: string | undefined
  makeId: () => string
  /** @param reason what the clients of queries and listeners get. Defaults to none, as when the lake is closed */
  close(reason?: AnyFault): void
}

/** Opens the engine on a data file. @throws LakeError if the file cannot be used, see `openStore` */
export function openEngine(options: EngineOptions): Engine {
  const {file, projectId, dataset, clock, limits, shared, ...ports} = options
  const makeId = ports.makeId ?? randomUUID
  const store = options.store ?? openStore(file, {projectId, dataset})
  const documents = new Dataset(store.documents())
  const feed = new TransactionFeed(makeId(), shared.streamLimits)
  const source = {projectId, dataset, documents: documents.raw}
  const streams = new StreamScope(shared.streams)
  const queries = new QueryRunner({source, lanes: shared.lanes, limits})

  const transactor = new Transactor({
    store,
    dataset: documents,
    clock,
    makeId,
    startSelecting: (milliseconds = limits.mutationQueryMilliseconds) => {
      let remaining = milliseconds
      return (query, params) => {
        const started = performance.now()
        const slice = <Result>(job: () => Result) =>
          withinBudget(query, Math.max(Math.ceil(remaining), 1), job)
        const compiled = compileQuery(query, params, slice)
        const context = {projectId, dataset, identity: '', now: clock.now()}
        const {result} = slice(() => evaluateQuery(compiled, params, documents.raw, context))
        remaining -= performance.now() - started
        return idsIn(result)
      }
    },
    onCommit: (transaction) => {
      // First, so that a client that hears of the transaction can query its result.
      queries.change(transaction.changes)
      feed.publish(transaction)
    },
  })

  return {
    projectId,
    dataset,
    clock,
    limits,
    store,
    documents,
    transactor,
    feed,
    queries,
    images: shared.images,
    streams,
    get address() {
      return shared.address
    },
    makeId,
    close: (reason) => {
      streams.close(reason)
      queries.close(reason)
      store.close()
    },
  }
}

/** Returns the ids in a query result, which can be a list of documents, one document or null. */
function idsIn(result: unknown): string[] {
  const list = Array.isArray(result) ? result : [result]
  return list.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    const id: unknown = Reflect.get(item, '_id')
    return typeof id === 'string' ? id : []
  })
}
