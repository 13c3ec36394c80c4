import type {Transaction} from '../store/store.ts'
import {encodeEvent, type ServerSentEvent} from './serverSentEvent.ts'

/**
 * Encodes each event of a transaction once for all listeners that get the same. A transaction is passed to
 * all listeners in one turn of the event loop. After it, the listeners keep what they need.
 */
export class SharedEvents {
  readonly #encoded = new Map<string, Uint8Array>()
  #transaction: Transaction | undefined

  /** @param key identifies the event among those of the transaction */
  encode(transaction: Transaction, key: string, create: () => ServerSentEvent): Uint8Array {
    if (transaction !== this.#transaction) {
      if (!this.#transaction) queueMicrotask(() => this.#reset(undefined))
      this.#reset(transaction)
    }
    const bytes = this.#encoded.get(key) ?? encodeEvent(create())
    this.#encoded.set(key, bytes)
    return bytes
  }

  #reset(transaction: Transaction | undefined) {
    this.#encoded.clear()
    this.#transaction = transaction
  }
}
