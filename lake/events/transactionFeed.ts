import type {Transaction} from '../store/store.ts'

/** What a client that lost its connection may still catch up on. */
const remembered = 1000

/** Tells everyone who follows the dataset of each transaction, in the order of commits. */
export class TransactionFeed {
  readonly #followers = new Set<(transaction: Transaction) => void>()
  readonly #recent: Transaction[] = []

  /** The id that stands for "all so far" until the first transaction. */
  readonly #start: string

  constructor(start: string) {
    this.#start = start
  }

  /** Where a client stands that has seen everything so far. */
  get cursor(): string {
    return this.#recent.at(-1)?.id ?? this.#start
  }

  publish(transaction: Transaction) {
    this.#recent.push(transaction)
    if (this.#recent.length > remembered) this.#recent.shift()
    for (const follow of this.#followers) {
      try {
        follow(transaction)
      } catch {
        // The transaction is stored: whoever cannot be told of it must not make it look refused.
        this.#followers.delete(follow)
      }
    }
  }

  /** @returns what ends the following. */
  follow(follower: (transaction: Transaction) => void): () => void {
    this.#followers.add(follower)
    return () => void this.#followers.delete(follower)
  }

  /** The transactions after that one; undefined when it is too long ago to know. */
  since(transactionId: string): readonly Transaction[] | undefined {
    if (transactionId === this.#start && this.#recent.length < remembered) return this.#recent
    const index = this.#recent.findLastIndex(({id}) => id === transactionId)
    return index === -1 ? undefined : this.#recent.slice(index + 1)
  }
}
