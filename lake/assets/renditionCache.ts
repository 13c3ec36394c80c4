import {lru} from 'tiny-lru'
import {CancelledFault} from '../faults.ts'

/** A transformed image: scaled, cropped or in another format. */
export interface Rendition {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
}

interface Pending {
  result: Promise<Rendition>
  /** Aborted when all clients have left. */
  controller: AbortController
  clients: number
}

/**
 * Caches renditions in memory and makes each one once. Requests for the same rendition at the same time
 * share one transformation, which is stopped when all of their clients have left.
 */
export class RenditionCache {
  /** The size limit of the cache. The least recently used renditions are removed first. */
  readonly #maxBytes: number
  /** 0: no limit on the number of renditions. Their bytes are limited. */
  readonly #cached = lru<Rendition>(0)
  readonly #pending = new Map<string, Pending>()
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
    this.#cached.onEvict(({value}) => {
      this.#bytes -= value.bytes.byteLength
    })
  }

  /**
   * Returns the cached rendition, or makes it.
   *
   * @param key identifies the original's bytes and the transformation
   * @param client aborted when the client leaves
   * @throws CancelledFault if the client leaves
   */
  async get(
    key: string,
    client: AbortSignal,
    make: (signal: AbortSignal) => Promise<Rendition>,
  ): Promise<Rendition> {
    const cached = this.#cached.get(key)
    if (cached) return cached
    if (client.aborted) throw new CancelledFault()
    const pending = this.#pending.get(key) ?? this.#make(key, make)
    const {promise: left, reject} = Promise.withResolvers<never>()
    const leave = () => {
      reject(new CancelledFault())
      if (--pending.clients > 0) return
      this.#pending.delete(key)
      pending.controller.abort()
    }
    pending.clients++
    client.addEventListener('abort', leave, {once: true})
    try {
      return await Promise.race([pending.result, left])
    } finally {
      client.removeEventListener('abort', leave)
    }
  }

  #make(key: string, make: (signal: AbortSignal) => Promise<Rendition>): Pending {
    const controller = new AbortController()
    const result = make(controller.signal)
      .then((rendition) => this.#add(key, rendition))
      .finally(() => {
        // After all clients have left, the key can belong to a new transformation.
        if (this.#pending.get(key) === pending) this.#pending.delete(key)
      })
    const pending = {result, controller, clients: 0}
    // Each client reports it. All of them can have left.
    result.catch(() => {})
    this.#pending.set(key, pending)
    return pending
  }

  #add(key: string, rendition: Rendition): Rendition {
    this.#cached.set(key, rendition)
    this.#bytes += rendition.bytes.byteLength
    while (this.#bytes > this.#maxBytes) this.#cached.evict()
    return rendition
  }
}
