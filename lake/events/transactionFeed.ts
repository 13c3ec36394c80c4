import type {Transaction} from '../store/store.ts'

/** The number of transactions that a client can catch up on after it lost its connection. */
const maxRecent = 1000

/** Passes each transaction to all subscribers, in the order of commits. */
export class TransactionFeed {
  readonly #subscribers = new Set<(transaction: Transaction) => void>()
  readonly #recent: Transaction[] = []

  /** The cursor until the first transaction. */
  readonly #start: string

  constructor(start: string) {
    this.#start = start
  }

  /** The position of a client that has seen all transactions so far. */
  get cursor(): string {
    return this.#recent.at(-1)?.id ?? this.#start
  }

  publish(transaction: Transaction) {
    this.#recent.push(transaction)
    if (this.#recent.length > maxRecent) this.#recent.shift()
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(transaction)
      } catch {
        // The transaction is already stored, so an error of a subscriber must not fail the write.
        this.#subscribers.delete(subscriber)
      }
    }
  }

  /** @returns a function that ends the subscription */
  subscribe(subscriber: (transaction: Transaction) => void): () => void {
    this.#subscribers.add(subscriber)
    return () => void this.#subscribers.delete(subscriber)
  }

  /** Returns the transactions after the given one, or undefined if the feed no longer has them all. */
  since(transactionId: string): readonly Transaction[] | undefined {
    if (transactionId === this.#start && this.#recent.length < maxRecent) return this.#recent
    const index = this.#recent.findLastIndex(({id}) => id === transactionId)
    return index === -1 ? undefined : this.#recent.slice(index + 1)
  }
}
