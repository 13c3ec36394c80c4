import {documentBytes} from '../documentBytes.ts'
import type {Engine} from '../engine.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Change, Transaction} from '../store/store.ts'
import type {Webhook} from './webhook.ts'

/** Milliseconds of matching before other work of the lake gets its turn. */
const sliceMilliseconds = 5

/** Transactions that may wait. A bulk import in one request is one transaction. */
const maxTransactions = 10_000

/** Bytes of the documents in transactions that may wait. A single transaction may have more. */
const maxWaitingBytes = 64_000_000

interface QueuedTransaction {
  engine: Engine
  transaction: Transaction
}

/** A change of a document, with its transaction. */
export interface QueuedChange extends QueuedTransaction {
  change: Change
}

/** `again`: the webhook did not finish in its time, and gets the change once more after other work. */
export type Step = 'done' | 'again'

interface ChangeQueueOptions {
  /** Returns the webhooks that get the changes of a dataset. */
  webhooks: (engine: Engine) => readonly Webhook[]
  /** Gives a change to one webhook. @param tries - how often the webhook has got it, with this time */
  onChange: (webhook: Webhook, change: QueuedChange, tries: number) => Step
  /** Called with what the operator should know. */
  warn: (message: string) => void
  /** Defaults to 64 MB. */
  maxBytes?: number
}

/**
 * Passes changes on after the write has been answered. Commits only add to the queue, and other work gets its
 * turn between two webhooks, so that slow filters do not slow a write.
 */
export class ChangeQueue {
  readonly #options: ChangeQueueOptions
  readonly #transactions: (QueuedTransaction & {bytes: number})[] = []
  #bytes = 0
  #work: Generator<void, void> | undefined
  #immediate: NodeJS.Immediate | undefined
  #isClosed = false

  constructor(options: ChangeQueueOptions) {
    this.#options = options
  }

  push(engine: Engine, transaction: Transaction) {
    if (this.#isClosed) return
    const {warn, maxBytes = maxWaitingBytes} = this.#options
    const waiting = this.#transactions.length
    const bytes = bytesOf(transaction)
    if (waiting >= maxTransactions || (waiting > 0 && this.#bytes + bytes > maxBytes)) {
      warn(
        `Webhooks skip transaction ${transaction.id}: ${waiting} transactions with ${this.#bytes} bytes wait. Use simpler filters.`,
      )
      return
    }
    this.#transactions.push({engine, transaction, bytes})
    this.#bytes += bytes
    this.#schedule()
  }

  close() {
    this.#isClosed = true
    clearImmediate(this.#immediate)
    this.#transactions.length = 0
  }

  #schedule() {
    if (this.#isClosed) return
    this.#immediate ??= setImmediate(() => {
      this.#immediate = undefined
      this.#drain()
    })
  }

  #drain() {
    const end = performance.now() + sliceMilliseconds
    this.#work ??= this.#steps()
    for (;;) {
      const {done} = this.#work.next()
      if (done === true) {
        this.#work = undefined
        return
      }
      if (performance.now() >= end) return this.#schedule()
    }
  }

  /** An error in a callback of the event loop would end the process. */
  #pass(webhook: Webhook, change: QueuedChange, tries: number): Step {
    try {
      return this.#options.onChange(webhook, change, tries)
    } catch (error) {
      const {documentId} = change.change
      this.#options.warn(`Webhooks skip a change of ${documentId}: ${reasonOf(error)}`)
      return 'done'
    }
  }

  /** Yields after each step, where other work may have its turn. */
  *#steps(): Generator<void, void> {
    for (;;) {
      const queued = this.#transactions.shift()
      if (!queued) return
      this.#bytes -= queued.bytes
      for (const change of queued.transaction.changes) {
        for (const webhook of this.#options.webhooks(queued.engine)) {
          for (let tries = 1; this.#pass(webhook, {...queued, change}, tries) === 'again'; tries++)
            yield
          yield
        }
      }
    }
  }
}

function bytesOf({changes}: Transaction): number {
  return changes
    .flatMap(({before, after}) => [before, after])
    .reduce((sum, document) => sum + (document ? documentBytes(document) : 0), 0)
}
