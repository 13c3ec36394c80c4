import pLimit from 'p-limit'
import {lru} from 'tiny-lru'

/** An image as it was asked for: scaled, cut or in another format. */
export interface Rendition {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
}

export interface RenditionOptions {
  /** What is kept is at most this large; the least recently used goes first. */
  maxBytes: number
  /** How many images are worked on at a time: each takes a core and the memory of its pixels. */
  atOnce: number
}

/**
 * Renditions kept in memory, each made once: the second visitor of a page waits for none, and visitors
 * who ask at the same time share one.
 */
export class Renditions {
  readonly #maxBytes: number
  readonly #limit: ReturnType<typeof pLimit>
  /** Without a limit to their number: their bytes are what counts. */
  readonly #kept = lru<Rendition>(0)
  readonly #underWay = new Map<string, Promise<Rendition>>()
  #bytes = 0

  constructor({maxBytes, atOnce}: RenditionOptions) {
    this.#maxBytes = maxBytes
    this.#limit = pLimit(atOnce)
    this.#kept.onEvict(({value}) => {
      this.#bytes -= value.bytes.byteLength
    })
  }

  /** @param key the same for the same bytes and the same transform */
  async get(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const kept = this.#kept.get(key)
    if (kept) return kept
    const underWay = this.#underWay.get(key) ?? this.#make(key, make)
    return underWay
  }

  #make(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const making = this.#limit(make)
      .then((rendition) => this.#keep(key, rendition))
      .finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, making)
    return making
  }

  #keep(key: string, rendition: Rendition): Rendition {
    this.#kept.set(key, rendition)
    this.#bytes += rendition.bytes.byteLength
    while (this.#bytes > this.#maxBytes) this.#kept.evict()
    return rendition
  }
}
