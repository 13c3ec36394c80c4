import {setImmediate} from 'node:timers/promises'
import {WorkQueue} from '../budget/workQueue.ts'
import {isFault, OverloadFault} from '../faults.ts'

export interface QueryTurnsOptions {
  /** Milliseconds for all queries of one transaction. */
  milliseconds: number
  /** Milliseconds from any fixed point. */
  now?: () => number
}

/** How long transactions get less time, after one took too long. */
const penaltyMilliseconds = 1_000
/** The part of the time that they get. It is enough for a query that filters by type or id. */
const penaltyPart = 0.1
const maxWaiting = 100

/**
 * Runs transactions with queries, which occupy the main thread, one after another. Between two of them, the
 * lake serves other requests. After one took too long, the others get less time for a second: many
 * expensive ones do not add up.
 */
export class QueryTurns {
  readonly #milliseconds: number
  readonly #now: () => number
  readonly #queue = new WorkQueue({concurrency: 1, maxWaiting, work: 'mutations with queries'})
  #penaltyUntil = Number.NEGATIVE_INFINITY

  constructor({milliseconds, now = () => performance.now()}: QueryTurnsOptions) {
    this.#milliseconds = milliseconds
    this.#now = now
  }

  /**
   * Runs a transaction when it is its turn.
   *
   * @param transact gets the milliseconds for its queries. It must not store anything if they take longer.
   * @throws QueryBudgetFault if its queries take too long
   * @throws OverloadFault if too many wait, or if it needs more than the time after an expensive one
   */
  run<Result>(transact: (milliseconds: number) => Result): Promise<Result> {
    return this.#queue.run(async () => {
      await setImmediate()
      return this.#now() < this.#penaltyUntil ? this.#runShortly(transact) : this.#run(transact)
    })
  }

  #run<Result>(transact: (milliseconds: number) => Result): Result {
    try {
      return transact(this.#milliseconds)
    } catch (error) {
      if (isTooSlow(error)) this.#penaltyUntil = this.#now() + penaltyMilliseconds
      throw error
    }
  }

  #runShortly<Result>(transact: (milliseconds: number) => Result): Result {
    try {
      return transact(this.#milliseconds * penaltyPart)
    } catch (error) {
      if (!isTooSlow(error)) throw error
      const message = 'The query of an earlier mutation took too long. Try again in a second.'
      throw new OverloadFault(message, 1)
    }
  }
}

function isTooSlow(error: unknown): boolean {
  return isFault(error) && error.code === 'query-budget' && error.budget === 'time'
}
