import {randomUUID} from 'node:crypto'
import type {Clock} from './clock.ts'
import {EventStreams} from './events/eventStreams.ts'
import {defaultStreamLimits, type StreamLimits} from './events/streamLimits.ts'
import {TransactionFeed} from './events/transactionFeed.ts'
import type {JsonObject} from './json.ts'
import {Dataset} from './query/dataset.ts'
import {evaluateQuery, type QueryResult} from './query/evaluateQuery.ts'
import type {Perspective} from './query/perspective.ts'
import {openStore, type Store} from './store/store.ts'
import {Transactor} from './transactor.ts'

export interface EngineOptions {
  file: string
  projectId: string
  dataset: string
  clock: Clock
  makeId?: () => string
  /** What streams may keep in memory. */
  streams?: Partial<StreamLimits>
}

/** The lake without HTTP: the store, the dataset in memory, and its subscribers. */
export interface Engine {
  readonly projectId: string
  readonly dataset: string
  readonly clock: Clock
  readonly store: Store
  readonly documents: Dataset
  readonly transactor: Transactor
  readonly feed: TransactionFeed
  readonly streams: EventStreams
  makeId: () => string
  /** Evaluates GROQ. @throws QuerySyntaxFault or QueryFault if it does not parse or evaluate */
  query(query: string, params: JsonObject, perspective: Perspective, identity: string): QueryResult
  close(): void
}

/** Opens the engine on a data file. @throws LakeError if the file cannot be used, see `openStore` */
export function openEngine({file, projectId, dataset, clock, ...ports}: EngineOptions): Engine {
  const makeId = ports.makeId ?? randomUUID
  const store = openStore(file, {projectId, dataset})
  const documents = new Dataset(store.documents())
  const limits = {...defaultStreamLimits, ...ports.streams}
  const feed = new TransactionFeed(makeId(), limits)
  const streams = new EventStreams(limits)

  const query: Engine['query'] = (text, params, perspective, identity) =>
    evaluateQuery(text, params, documents.index(perspective), {
      projectId,
      dataset,
      identity,
      now: clock.now(),
    })

  const transactor = new Transactor({
    store,
    dataset: documents,
    clock,
    makeId,
    select: (text, params) => idsIn(query(text, params, {kind: 'raw'}, '').result),
    onCommit: (transaction) => feed.publish(transaction),
  })

  return {
    projectId,
    dataset,
    clock,
    store,
    documents,
    transactor,
    feed,
    streams,
    makeId,
    query,
    close: () => store.close(),
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
