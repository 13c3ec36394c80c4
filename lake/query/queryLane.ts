import {FairQueue, type FairTaskOptions} from '../budget/fairQueue.ts'
import {CancelledFault} from '../faults.ts'
import type {QueryOutcome, QueryRequest} from './queryMessages.ts'
import type {DatasetSource, DocumentChanges, QueryThread} from './queryThread.ts'

export interface QueryLaneOptions {
  startThread: () => QueryThread
  /** The number of threads. A permanent lane has one. */
  threads: number
  /** The time that a query may take. */
  milliseconds: number
  /** The queries of one dataset that may wait. */
  maxWaiting: number
  /**
   * Whether a thread runs all the time. If not, it starts with a query, and ends when a client leaves or
   * when it was idle for a minute.
   */
  isPermanent: boolean
}

/** A thread of a lane, which is replaced when it has ended. */
interface Place {
  thread: QueryThread
  /** The dataset of the query that runs. */
  current?: DatasetSource | undefined
  idle?: NodeJS.Timeout
}

const idleMilliseconds = 60_000

/** Above this number of waiting queries, unknown ones get half of the time. */
const maxRelaxed = 10

/**
 * Queries of all datasets, which are evaluated one after another in each thread. A thread copies a dataset when
 * its first query comes. The dataset that used the least time goes first.
 */
export class QueryLane {
  readonly #options: QueryLaneOptions
  readonly #queue: FairQueue<DatasetSource>
  readonly #places: Place[] = []
  #isClosed = false

  constructor(options: QueryLaneOptions) {
    this.#options = options
    this.#queue = new FairQueue({
      concurrency: options.threads,
      maxWaiting: options.maxWaiting,
      work: 'queries',
      isReady: (source) => !options.isPermanent || this.#isLoaded(source),
    })
  }

  /** Starts a thread and copies the dataset, so that its first query finds both ready. */
  prepare(source: DatasetSource) {
    if (this.#places.some(({current}) => current)) return
    // A query reports it.
    this.#placeFor(source)
      .thread.load(source)
      .catch(() => {})
  }

  /** Sends changed documents to the copies of a dataset. A thread handles them before its next query. */
  change(source: DatasetSource, changes: () => Iterable<DocumentChanges>) {
    for (const {thread} of this.#places) {
      if (thread.hasEnded || !thread.has(source)) continue
      for (const each of changes()) thread.change(source, each)
    }
  }

  run(source: DatasetSource, request: QueryRequest, task: FairTaskOptions): Promise<QueryOutcome> {
    return this.#queue.run(source, () => this.#evaluate(source, request, task), task)
  }

  /** Abandons the queries of a dataset, and drops its copies. */
  forget(source: DatasetSource) {
    this.#queue.cancel(source)
    for (const {thread, current} of this.#places) {
      if (current === source && !this.#options.isPermanent) thread.end(new CancelledFault())
      else thread.drop(source)
    }
  }

  close() {
    this.#isClosed = true
    for (const {thread, idle} of this.#places) {
      clearTimeout(idle)
      thread.end(new CancelledFault())
    }
  }

  /** While a copy loads, the queries of other datasets go on. */
  #isLoaded(source: DatasetSource): boolean {
    if (this.#isClosed) return true
    const {thread} = this.#placeFor(source)
    if (thread.isSettled(source)) return true
    void thread
      .load(source)
      .catch(() => {})
      .then(() => this.#queue.wake())
    return false
  }

  /** Returns an idle place, one with a copy of the dataset if possible. */
  #placeFor(source: DatasetSource): Place {
    if (this.#isClosed) throw new CancelledFault()
    const {startThread, threads} = this.#options
    const idle = this.#places.filter(({current}) => !current)
    const hasCopy = ({thread}: Place) => !thread.hasEnded && thread.has(source)
    const place = idle.find(hasCopy) ?? (this.#places.length < threads ? undefined : idle[0])
    if (!place) {
      const added = {thread: startThread()}
      this.#places.push(added)
      return added
    }
    // A thread cannot get more memory later.
    if (!place.thread.hasEnded && !place.thread.hasRoomFor(source)) {
      place.thread.end(new CancelledFault())
    }
    if (place.thread.hasEnded) place.thread = startThread()
    return place
  }

  /** In a flood of expensive queries, each of them delays the others less. */
  #time(isUrgent: boolean): number {
    const {isPermanent, milliseconds} = this.#options
    const isFlooded = isPermanent && !isUrgent && this.#queue.waiting > maxRelaxed
    return isFlooded ? Math.ceil(milliseconds / 2) : milliseconds
  }

  async #evaluate(
    source: DatasetSource,
    request: QueryRequest,
    {signal, isUrgent = false}: FairTaskOptions,
  ): Promise<QueryOutcome> {
    const {isPermanent} = this.#options
    const place = this.#placeFor(source)
    const {thread} = place
    clearTimeout(place.idle)
    place.current = source
    // The time of a permanent thread's query is shorter than the start of another thread.
    const stop = () => thread.end(new CancelledFault())
    if (!isPermanent) signal?.addEventListener('abort', stop, {once: true})
    try {
      return await thread.evaluate(source, request, this.#time(isUrgent))
    } finally {
      place.current = undefined
      signal?.removeEventListener('abort', stop)
      if (!isPermanent) place.idle = setTimeout(stop, idleMilliseconds).unref()
      else if (thread.hasEnded && !this.#isClosed) this.prepare(source)
    }
  }
}
