import type {Transaction} from '../store/store.ts'
import type {StreamLimits} from './streamLimits.ts'
import {transactionBytes} from './transactionBytes.ts'

type FeedLimits = Pick<StreamLimits, 'recentTransactions' | 'recentBytes'>

/** Passes each transaction to all subscribers, in the order of commits, and keeps the recent ones. */
export class TransactionFeed {
  readonly #subscribers = new Set<(transaction: Transaction) => void>()
  readonly #recent: {transaction: Transaction; bytes: number}[] = []
  readonly #limits: FeedLimits
  #recentBytes = 0
  /** The position before the first recent transaction. */
  #start: string
  #cursor: string

  /** @param start the cursor until the first transaction */
  constructor(start: string, limits: FeedLimits) {
    this.#start = start
    this.#cursor = start
    this.#limits = limits
  }

  /** The position of a client that has seen all transactions so far. */
  get cursor(): string {
    return this.#cursor
  }

  /** The bytes of the recent transactions, as JSON. */
  get recentBytes(): number {
    return this.#recentBytes
  }

  publish(transaction: Transaction) {
    this.#cursor = transaction.id
    this.#remember(transaction)
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(transaction)
      } catch {
        // The transaction is already stored, so an error of a subscriber must not fail the write.
        this.#subscribers.delete(subscriber)
      }
    }
  }

  #remember(transaction: Transaction) {
    const {recentTransactions, recentBytes} = this.#limits
    const bytes = transactionBytes(transaction)
    this.#recent.push({transaction, bytes})
    this.#recentBytes += bytes
    while (this.#recent.length > recentTransactions || this.#recentBytes > recentBytes) {
      const oldest = this.#recent.shift()
      if (!oldest) return
      this.#recentBytes -= oldest.bytes
      this.#start = oldest.transaction.id
    }
  }

  /** @returns a function that ends the subscription */
  subscribe(subscriber: (transaction: Transaction) => void): () => void {
    this.#subscribers.add(subscriber)
    return () => void this.#subscribers.delete(subscriber)
  }

  /** Returns the transactions after the given one, or undefined if the feed no longer has them all. */
  since(transactionId: string): readonly Transaction[] | undefined {
    const index = this.#recent.findLastIndex(({transaction}) => transaction.id === transactionId)
    if (index === -1 && transactionId !== this.#start) return undefined
    return this.#recent.slice(index + 1).map(({transaction}) => transaction)
  }
}
