import {WorkQueue, type TaskOptions} from '../budget/workQueue.ts'
import {CancelledFault} from '../faults.ts'
import type {QueryOutcome, QueryRequest, QueryWorkerMessage} from './queryMessages.ts'
import type {QueryThread} from './queryThread.ts'

export interface QueryLaneOptions {
  startThread: () => QueryThread
  /** The time that a query may take. */
  milliseconds: number
  maxWaiting: number
  /**
   * Whether a thread runs all the time. If not, it starts with a query, and ends when a client leaves or
   * when it was idle for a minute.
   */
  isPermanent: boolean
}

const idleMilliseconds = 60_000

/** Above this number of waiting queries, unknown ones get half of the time. */
const maxRelaxed = 10

/** Queries that are evaluated one after another in one thread. A thread that has ended is replaced. */
export class QueryLane {
  readonly #options: QueryLaneOptions
  readonly #queue: WorkQueue
  #thread: QueryThread | undefined
  #idle: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(options: QueryLaneOptions) {
    this.#options = options
    this.#queue = new WorkQueue({
      concurrency: 1,
      maxWaiting: options.maxWaiting,
      work: 'queries',
    })
  }

  /** Starts the thread, so that the first query finds it ready. */
  start(): QueryThread {
    if (this.#isClosed) throw new CancelledFault()
    if (!this.#thread || this.#thread.hasEnded) this.#thread = this.#options.startThread()
    return this.#thread
  }

  /** Sends changed documents to the thread's copy. Its program handles them before the next query. */
  change(messages: () => Iterable<QueryWorkerMessage & {type: 'documents'}>) {
    if (!this.#thread || this.#thread.hasEnded) return
    for (const message of messages()) this.#thread.change(message)
  }

  run(request: QueryRequest, task: TaskOptions): Promise<QueryOutcome> {
    return this.#queue.run(() => this.#evaluate(request, task), task)
  }

  close() {
    this.#isClosed = true
    clearTimeout(this.#idle)
    this.#thread?.end(new CancelledFault())
  }

  /** In a flood of expensive queries, each of them delays the others less. */
  #time(isUrgent: boolean): number {
    const {isPermanent, milliseconds} = this.#options
    const isFlooded = isPermanent && !isUrgent && this.#queue.waiting > maxRelaxed
    return isFlooded ? Math.ceil(milliseconds / 2) : milliseconds
  }

  async #evaluate(
    request: QueryRequest,
    {signal, isUrgent = false}: TaskOptions,
  ): Promise<QueryOutcome> {
    const {isPermanent} = this.#options
    const thread = this.start()
    clearTimeout(this.#idle)
    // The time of a permanent thread's query is shorter than the start of another thread.
    const stop = () => thread.end(new CancelledFault())
    if (!isPermanent) signal?.addEventListener('abort', stop, {once: true})
    try {
      return await thread.evaluate(request, this.#time(isUrgent))
    } finally {
      signal?.removeEventListener('abort', stop)
      if (!isPermanent) this.#idle = setTimeout(stop, idleMilliseconds).unref()
      else if (!this.#isClosed) this.start()
    }
  }
}
