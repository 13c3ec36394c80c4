/** The address of a page, without host and without parameters that the page does not depend on. */
export interface PageAddress {
  /** Path, such as `/community/meetings/`. */
  path: string
  /** Parameters that the page depends on, in one order, such as `month=2026-12&zone=UTC`. Empty for none. */
  query: string
}

/** What a page's address is rendered to. Contains nothing of a visitor, because everyone gets it. */
export interface RenderedPage {
  status: number
  /** Lowercase names. The cache adds validators and `content-encoding`, and `cache-control` if absent. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array<ArrayBuffer>
  /** The page is outdated when a live event carries one of these tags. Empty: after any event. */
  syncTags: readonly string[]
  /** Time of the page's next known change, milliseconds since 1970. `Infinity` for none. */
  until: number
  /**
   * Time of the content, milliseconds since 1970, when it is an earlier copy because the Content Lake does
   * not answer. Absent for current content.
   */
  asOf?: number
}

/** A page with the time of its rendering, as a store keeps it. */
export interface StoredPage extends RenderedPage {
  /** Milliseconds since 1970. */
  renderedAt: number
}

/**
 * Stores the last good copy of each page: a port of `pageCache`. A site without one loses its pages when
 * it restarts while the Content Lake is down.
 *
 * A store may fail or forget. The cache then renders the page again.
 */
export interface PageStore {
  /** Returns the page last written under this key, or undefined when it is absent or unreadable. */
  read(key: string): Promise<StoredPage | undefined>
  /** Replaces the whole page. A reader gets the old one or the new one, never a mixture. */
  write(key: string, page: StoredPage): Promise<void>
  /** Removes a page that no longer exists, so that it does not come back after a restart. */
  delete(key: string): Promise<void>
  /**
   * Removes the pages that `outdates` is true for, given their sync tags, so that withdrawn content does not
   * come back after a restart. Returns the keys of the removed pages.
   */
  outdate(outdates: (syncTags: readonly string[]) => boolean): Promise<readonly string[]>
}

/** The key of an address in a store. */
export function keyOf({path, query}: PageAddress): string {
  return query === '' ? path : `${path}?${query}`
}
