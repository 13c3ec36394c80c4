import {lru} from 'tiny-lru'
import {
  type AnyFault,
  CancelledFault,
  QueryBudgetFault,
  QueryFault,
  QuerySyntaxFault,
} from '../faults.ts'
import {nestsDeeperThan} from '../json.ts'
import type {LakeLimits} from '../limits.ts'
import type {StoredDocument} from '../document.ts'
import type {QueryLanes} from './queryLanes.ts'
import type {QueryOutcome, QueryRequest} from './queryMessages.ts'
import type {DatasetSource, DocumentChanges} from './queryThread.ts'

export interface QueryRunnerOptions {
  source: DatasetSource
  /** The threads that the dataset shares with others. */
  lanes: QueryLanes
  limits: LakeLimits
}

/** The answer to a query. */
export type QueryAnswer = QueryOutcome & {kind: 'result'}

/** Later code walks the parameters recursively. The limit for bodies is the same. */
const maxLevels = 100

/** Queries to remember. Longer ones are not remembered. */
const maxKnown = 1_000
const maxKnownCharacters = 5_000

/**
 * A query that ends the thread of the quick lane makes all datasets load again. For this time after it, the
 * queries of its dataset run in the slow lane.
 */
const suspendedMilliseconds = 10_000

/**
 * Evaluates the queries of clients in worker threads, so that none of them stops the lake.
 *
 * A query first gets a short time in the quick lane. If it needs longer, it runs again in the slow lane,
 * with its whole time. So an expensive query waits for other expensive queries only, and the other
 * queries wait for it for the short time at most.
 *
 * A query that was quick before goes first, with any parameters. One that was slow goes to the slow lane
 * at once, with the same parameters: nobody can slow down a query of others by sending it with worse ones.
 */
export class QueryRunner {
  readonly #options: QueryRunnerOptions
  readonly #quickBefore = lru<true>(maxKnown)
  readonly #slowBefore = lru<true>(maxKnown)
  #suspendedUntil = 0
  #closed: AnyFault | undefined

  constructor(options: QueryRunnerOptions) {
    this.#options = options
    options.lanes.add(options.source)
  }

  /** Copies the dataset to the quick lane, so that the first query does not wait for it. */
  start() {
    const {lanes, source} = this.#options
    lanes.quick.prepare(source)
  }

  /** Makes changed documents visible to later queries. `undefined` removes a document. */
  change(changes: readonly {documentId: string; after?: StoredDocument}[]) {
    const {lanes, source} = this.#options
    lanes.quick.change(source, () => messagesOf(changes))
    lanes.slow.change(source, () => messagesOf(changes))
  }

  /**
   * Evaluates a query.
   *
   * @param signal stops the query when its client leaves
   * @throws QuerySyntaxFault, QueryFault if it does not parse or evaluate
   * @throws QueryBudgetFault if it exceeds a budget
   * @throws OverloadFault if too many queries wait
   * @throws the reason if the runner was closed
   */
  async run(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer> {
    if (this.#closed) throw this.#closed
    try {
      return await this.#run(request, signal)
    } catch (error) {
      const hasLeft = signal?.aborted === true
      throw error instanceof CancelledFault && !hasLeft ? (this.#closed ?? error) : error
    }
  }

  async #run(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer> {
    const {lanes, source, limits} = this.#options
    const {query} = request
    const params = this.#checkedParams(request)
    const key = `${query}\n${params}`
    const isShort = key.length <= maxKnownCharacters
    const isSuspended = performance.now() < this.#suspendedUntil
    if (!isSuspended && !this.#slowBefore.has(key)) {
      const isUrgent = this.#quickBefore.has(query)
      const outcome = await lanes.quick.run(source, request, {signal, isUrgent})
      if (outcome.kind === 'memory') {
        this.#suspendedUntil = performance.now() + suspendedMilliseconds
      }
      if (outcome.kind !== 'time') {
        if (isShort) this.#quickBefore.set(query, true)
        return this.#answer(query, outcome)
      }
      this.#quickBefore.delete(query)
      if (isShort) this.#slowBefore.set(key, true)
    }
    const answer = this.#answer(query, await lanes.slow.run(source, request, {signal}))
    if (answer.milliseconds < limits.quickQueryMilliseconds) this.#slowBefore.delete(key)
    return answer
  }

  /** Abandons the queries, for a reason that their clients get. */
  close(reason: AnyFault = new CancelledFault()) {
    this.#closed = reason
    const {lanes, source} = this.#options
    lanes.remove(source)
  }

  /** Returns the parameters as JSON. @throws QueryBudgetFault if they or the query are too large */
  #checkedParams({query, params}: QueryRequest): string {
    const {queryCharacters, queryParameterBytes} = this.#options.limits
    if (query.length > queryCharacters) {
      const message = `The query has ${query.length} characters. The limit is ${queryCharacters}. Move long lists to parameters.`
      throw new QueryBudgetFault(query, 'text', message)
    }
    if (nestsDeeperThan(params, maxLevels)) {
      const message = `The parameters are nested more than ${maxLevels} levels deep`
      throw new QueryBudgetFault(query, 'parameters', message)
    }
    const json = JSON.stringify(params)
    const size = Buffer.byteLength(json)
    if (size > queryParameterBytes) {
      const message = `The parameters have ${size} bytes. The limit is ${queryParameterBytes}. Send several queries.`
      throw new QueryBudgetFault(query, 'parameters', message)
    }
    return json
  }

  #answer(query: string, outcome: QueryOutcome): QueryAnswer {
    const {queryMilliseconds, queryMemoryMegabytes, queryResultBytes} = this.#options.limits
    switch (outcome.kind) {
      case 'result':
        return outcome
      case 'syntax':
        throw new QuerySyntaxFault(query, outcome.start, outcome.message)
      case 'evaluation':
        throw new QueryFault(query, outcome.message)
      case 'time': {
        const message = `The query took longer than ${queryMilliseconds} ms. Filter by _type, _id or references first, and return fewer documents.`
        throw new QueryBudgetFault(query, 'time', message)
      }
      case 'memory': {
        const message = `The query needs more than ${queryMemoryMegabytes} MB of memory. Return fewer documents.`
        throw new QueryBudgetFault(query, 'memory', message)
      }
      case 'result-size': {
        const message = `The result has more than ${queryResultBytes} bytes. Return fewer documents or fields.`
        throw new QueryBudgetFault(query, 'result', message)
      }
    }
  }
}

/** An import can change more documents than fit in one string of JSON. */
const maxChangesInMessage = 500

function* messagesOf(
  changes: readonly {documentId: string; after?: StoredDocument}[],
): Iterable<DocumentChanges> {
  for (let start = 0; start < changes.length; start += maxChangesInMessage) {
    const part = changes.slice(start, start + maxChangesInMessage)
    yield {
      stored: JSON.stringify(part.flatMap(({after}) => after ?? [])),
      removed: part.flatMap(({documentId, after}) => (after ? [] : documentId)),
    }
  }
}
