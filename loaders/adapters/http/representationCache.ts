import {lru} from 'tiny-lru'

import {rememberedRevisions} from '../../feeds/index.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {isForCachesOnly} from './eventFilter.ts'
import {packer, type Packed} from './pack.ts'
import type {Representation} from './representations.ts'

export interface RepresentationCacheOptions {
  /** Address of the site, such as `https://example.org`. */
  siteUrl: string
  /** Absolute address of the page that the feeds belong to. Defaults to `siteUrl`. */
  pageUrl?: string
  /** Whether to compress. Defaults to true. */
  compress?: boolean
}

/** A body with the time of its last change. */
export interface DatedBody extends Packed {
  /** When this address got this body, milliseconds since 1970. */
  changedAt: number
}

export interface RepresentationCache {
  /**
   * Returns one representation of a snapshot.
   *
   * @param url - requested address, with filters. Parameters that only bypass caches are ignored.
   */
  get(snapshot: CalendarSnapshot, representation: Representation, url: URL): Promise<DatedBody>
}

/** Limits the cache, because visitors choose the filters. */
const maxEntries = 500

/** Creates a cache that writes and compresses each representation of a snapshot once. */
export function representationCache(options: RepresentationCacheOptions): RepresentationCache {
  const {siteUrl, pageUrl = siteUrl, compress = true} = options
  const {host} = new URL(siteUrl)
  const revisions = new Map<string, {fingerprint: string; changedAt: string}>()
  const pack = packer({compress})
  let current: CalendarSnapshot | undefined
  const cache = lru<Promise<DatedBody>>(maxEntries)
  const changes = lru<{etag: string; changedAt: number}>(maxEntries)

  async function make(snapshot: CalendarSnapshot, representation: Representation, address: string) {
    const url = new URL(address, siteUrl)
    const text = representation.write({
      snapshot,
      query: url.searchParams,
      url: url.href,
      pageUrl,
      host,
      revisionOf: rememberedRevisions(revisions, snapshot.now),
    })
    const packed = await pack(text, representation.contentType)
    const last = changes.get(address)
    const now = Date.parse(snapshot.now)
    // By address and not by body: a body that comes back is a change again. Never earlier than the last one.
    const changedAt =
      last?.etag === packed.etag ? last.changedAt : Math.max(now, last?.changedAt ?? 0)
    changes.set(address, {etag: packed.etag, changedAt})
    return {...packed, changedAt}
  }

  return {
    get(snapshot, representation, url) {
      if (current !== snapshot) {
        current = snapshot
        cache.clear()
      }
      const address = addressOf(url)
      const cached = cache.get(address)
      if (cached) return cached
      const packed = make(snapshot, representation, address)
      cache.set(address, packed)
      packed.catch(() => cache.delete(address))
      return packed
    },
  }
}

/** Returns path and filters as a key, without parameters such as `?_=<now>` that bypass a cache. */
function addressOf({pathname, searchParams}: URL): string {
  const filters = new URLSearchParams(
    [...searchParams].filter(([name]) => !isForCachesOnly(name)).sort(byName),
  )
  return filters.size > 0 ? `${pathname}?${filters.toString()}` : pathname
}

/** Repeated filters keep their order, because sorting is stable. */
function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : Number(a > b)
}
