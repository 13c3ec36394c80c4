import {lru} from 'tiny-lru'

import {rememberedRevisions} from '../../feeds/index.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {isForCachesOnly} from './eventFilter.ts'
import {packer, type Packed} from './pack.ts'
import type {Representation} from './representations.ts'

export interface RepresentationCacheOptions {
  /** Where the site is, such as `https://example.org`. */
  siteUrl: string
  /** The page that the feeds belong to, absolute. Default: `siteUrl`. */
  pageUrl?: string
  /** Default: true. */
  compress?: boolean
}

export interface RepresentationCache {
  /** @param url - the address asked for; what is in it for caches only makes no other answer */
  of(snapshot: CalendarSnapshot, representation: Representation, url: URL): Promise<Packed>
}

/** Which answers are kept is the visitors' to choose, so there is a limit. */
const maxAnswers = 500

/** Each answer of a programme, written and compressed once however often it is asked for. */
export function representationCache(options: RepresentationCacheOptions): RepresentationCache {
  const {siteUrl, pageUrl = siteUrl, compress = true} = options
  const {host} = new URL(siteUrl)
  const revisions = new Map<string, {fingerprint: string; changedAt: string}>()
  const pack = packer({compress})
  let of: CalendarSnapshot | undefined
  const kept = lru<Promise<Packed>>(maxAnswers)

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
    return pack(text, representation.contentType)
  }

  return {
    of(snapshot, representation, url) {
      if (of !== snapshot) {
        of = snapshot
        kept.clear()
      }
      const address = addressOf(url)
      const known = kept.get(address)
      if (known) return known
      const made = make(snapshot, representation, address)
      kept.set(address, made)
      made.catch(() => kept.delete(address))
      return made
    },
  }
}

/** Path and filters. A page that adds `?_=<now>` to get past a cache asks for the same answer. */
function addressOf({pathname, searchParams}: URL): string {
  const filters = new URLSearchParams(
    [...searchParams].filter(([name]) => !isForCachesOnly(name)).sort(byName),
  )
  return filters.size > 0 ? `${pathname}?${filters.toString()}` : pathname
}

/** Repeated filters keep their order: sorting is stable. */
function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : Number(a > b)
}
