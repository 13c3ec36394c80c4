import pLimit from 'p-limit'
import {lru} from 'tiny-lru'

/** A transformed image: scaled, cropped or in another format. */
export interface Rendition {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
}

export interface RenditionCacheOptions {
  /** The size limit of the cache. The least recently used renditions are removed first. */
  maxBytes: number
  /** The number of images to transform at a time. Each one uses a core, and memory for its pixels. */
  concurrency: number
}

/**
 * Caches renditions in memory and makes each one once. Requests for the same rendition at the same time
 * share one transformation.
 */
export class RenditionCache {
  readonly #maxBytes: number
  readonly #limit: ReturnType<typeof pLimit>
  /** 0: no limit on the number of renditions. Their bytes are limited. */
  readonly #cached = lru<Rendition>(0)
  readonly #pending = new Map<string, Promise<Rendition>>()
  #bytes = 0

  constructor({maxBytes, concurrency}: RenditionCacheOptions) {
    this.#maxBytes = maxBytes
    this.#limit = pLimit(concurrency)
    this.#cached.onEvict(({value}) => {
      this.#bytes -= value.bytes.byteLength
    })
  }

  /**
   * Returns the cached rendition, or makes it.
   *
   * @param key identifies the original's bytes and the transformation
   */
  async get(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const cached = this.#cached.get(key)
    if (cached) return cached
    return this.#pending.get(key) ?? this.#make(key, make)
  }

  #make(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const pending = this.#limit(make)
      .then((rendition) => this.#add(key, rendition))
      .finally(() => this.#pending.delete(key))
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
