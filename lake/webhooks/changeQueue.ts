import type {Engine} from '../engine.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Change, Transaction} from '../store/store.ts'

/** Milliseconds of matching before other work of the lake gets its turn. */
const sliceMilliseconds = 5

/** Transactions that may wait. A bulk import in one request is one transaction. */
const maxTransactions = 10_000

interface QueuedTransaction {
  engine: Engine
  transaction: Transaction
}

/** A change of a document, with its transaction. */
export interface QueuedChange extends QueuedTransaction {
  change: Change
}

interface ChangeQueueOptions {
  onChange: (change: QueuedChange) => void
  /** Called with what the operator should know. */
  warn: (message: string) => void
}

/**
 * Passes changes on after the write has been answered. Commits only add to the queue, so a slow filter does
 * not slow a write.
 */
export class ChangeQueue {
  readonly #options: ChangeQueueOptions
  readonly #transactions: QueuedTransaction[] = []
  #changes: Generator<QueuedChange> | undefined
  #immediate: NodeJS.Immediate | undefined
  #isClosed = false

  constructor(options: ChangeQueueOptions) {
    this.#options = options
  }

  push(engine: Engine, transaction: Transaction) {
    if (this.#isClosed) return
    if (this.#transactions.length >= maxTransactions) {
      this.#options.warn(
        `Webhooks skip transaction ${transaction.id}: ${maxTransactions} transactions wait. Use simpler filters.`,
      )
      return
    }
    this.#transactions.push({engine, transaction})
    this.#schedule()
  }

  close() {
    this.#isClosed = true
    clearImmediate(this.#immediate)
    this.#transactions.length = 0
  }

  #schedule() {
    this.#immediate ??= setImmediate(() => {
      this.#immediate = undefined
      this.#drain()
    })
  }

  #drain() {
    const end = performance.now() + sliceMilliseconds
    this.#changes ??= this.#next()
    for (;;) {
      const {value, done} = this.#changes.next()
      if (done === true) {
        this.#changes = undefined
        return
      }
      this.#pass(value)
      if (performance.now() >= end) return this.#schedule()
    }
  }

  /** An error in a callback of the event loop would end the process. */
  #pass(change: QueuedChange) {
    try {
      this.#options.onChange(change)
    } catch (error) {
      const {documentId} = change.change
      this.#options.warn(`Webhooks skip a change of ${documentId}: ${reasonOf(error)}`)
    }
  }

  *#next(): Generator<QueuedChange> {
    for (;;) {
      const queued = this.#transactions.shift()
      if (!queued) return
      for (const change of queued.transaction.changes) yield {...queued, change}
    }
  }
}
