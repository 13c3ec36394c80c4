import type {LiveMessage} from '../../../preview/liveChanges.ts'
import {keyOf, type PageAddress, type RenderedPage} from './page.ts'
import type {PageCopy} from './pageCopy.ts'
import type {PageLimits} from './pageLimits.ts'
import {type PageShelf, pageShelf} from './pageShelf.ts'

/** A copy of a page, and what has happened since. */
export interface PageEntry {
  address: PageAddress
  copy: PageCopy
  bytes: number
  /** Order in which the renders started. A copy from the store is older than all of them. */
  order: number
  isOutdated: boolean
  /**
   * Whether an event changed its content. It may have been withdrawn, so the page is not sent any more after
   * a failed attempt to render it.
   */
  isChanged: boolean
  /** When it last could not be rendered again. Absent after a live event, because the lake is back. */
  failedAt?: number | undefined
  /** The same entry with a hint, for visitors who get it although it is outdated. */
  marked?: Promise<PageEntry>
}

/** The entries of a page cache, limited by kind: what visitors can make up never displaces a page. */
export interface PageEntries {
  find(key: string): PageEntry | undefined
  set(entry: PageEntry): void
  delete(key: string): void
  /** Marks the entries that an event concerns, and returns them. */
  outdate(message: LiveMessage): PageEntry[]
  stats(): {copies: number; bytes: number}
}

export function pageEntries(limits: PageLimits): PageEntries {
  const pages = pageShelf<PageEntry>(limits.maxPages, limits.maxPageBytes)
  const variants = pageShelf<PageEntry>(limits.maxVariants, limits.maxVariantBytes)
  const missing = pageShelf<PageEntry>(limits.maxMissing, limits.maxMissingBytes)
  const shelves = [pages, variants, missing]

  function shelfOf({query}: PageAddress, {status}: RenderedPage): PageShelf<PageEntry> {
    if (status !== 200) return missing
    return query === '' ? pages : variants
  }

  return {
    find: (key) => pages.get(key) ?? variants.get(key) ?? missing.get(key),
    set(entry) {
      const key = keyOf(entry.address)
      const shelf = shelfOf(entry.address, entry.copy.page)
      for (const other of shelves) if (other !== shelf) other.delete(key)
      shelf.set(key, entry)
    },
    delete: (key) => shelves.forEach((shelf) => shelf.delete(key)),
    outdate(message) {
      const concerned = shelves
        .flatMap((shelf) => shelf.values())
        .filter((entry) => concerns(message, entry.copy.page))
      for (const entry of concerned) {
        entry.isOutdated = true
        entry.isChanged ||= message.type === 'message'
        entry.failedAt = undefined
      }
      return concerned
    },
    stats: () => ({
      copies: shelves.reduce((sum, shelf) => sum + shelf.values().length, 0),
      bytes: shelves.reduce((sum, shelf) => sum + shelf.bytes(), 0),
    }),
  }
}

/** Whether an event may have changed a page. */
export function concerns(
  message: LiveMessage,
  {syncTags}: Pick<RenderedPage, 'syncTags'>,
): boolean {
  if (message.type === 'restart' || syncTags.length === 0) return true
  return syncTags.some((tag) => message.tags.includes(tag))
}
