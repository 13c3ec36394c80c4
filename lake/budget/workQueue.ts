import {CancelledFault, OverloadFault} from '../faults.ts'

export interface WorkQueueOptions {
  /** The number of tasks to run at a time. */
  concurrency: number
  /** The number of tasks that may wait. Further ones are rejected. */
  maxWaiting: number
  /** The tasks' name in the error, in the plural. */
  work: string
}

export interface TaskOptions {
  /** Aborted when nobody needs the result any more. */
  signal?: AbortSignal | undefined
}

/** Runs a few tasks at a time, and lets a bounded number of others wait. */
export class WorkQueue {
  readonly #options: WorkQueueOptions
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(options: WorkQueueOptions) {
    this.#options = options
  }

  /** The number of tasks that wait. */
  get waiting(): number {
    return this.#waiting.size
  }

  /**
   * Runs a task when it is its turn. Abandons it when the signal is aborted before it has ended. A task
   * that runs by then is not stopped: it can listen to the signal itself.
   *
   * @throws OverloadFault if too many tasks wait
   * @throws CancelledFault if the signal is aborted
   */
  run<Result>(task: () => Promise<Result>, {signal}: TaskOptions = {}): Promise<Result> {
    const {concurrency, maxWaiting, work} = this.#options
    if (signal?.aborted) return Promise.reject(new CancelledFault())
    if (this.#running >= concurrency && this.waiting >= maxWaiting) {
      return Promise.reject(
        new OverloadFault(`Too many ${work} are waiting. Try again in a second.`, 1),
      )
    }
    return new Promise((resolve, reject) => {
      const abandon = () => {
        this.#waiting.delete(start)
        reject(new CancelledFault())
      }
      const start = () => {
        this.#waiting.delete(start)
        this.#running++
        void task()
          .then(resolve, reject)
          .finally(() => {
            signal?.removeEventListener('abort', abandon)
            this.#running--
            this.#startNext()
          })
      }
      signal?.addEventListener('abort', abandon, {once: true})
      this.#waiting.add(start)
      this.#startNext()
    })
  }

  #startNext() {
    if (this.#running >= this.#options.concurrency) return
    const [next] = this.#waiting
    next?.()
  }
}
