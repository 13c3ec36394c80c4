/** A part of a list that is too long for one page. */
export interface Part<Item> {
  items: readonly Item[]
  /** Number of this part, from 1. */
  page: number
  /** Number of parts. An empty list has one. */
  pages: number
}

/** Entries on one page. A row of a session has 1.5 kB of HTML. */
export const pageSize = 100

/**
 * Returns a part of a list, or undefined for a part that it does not have.
 *
 * @param page - from 1. Defaults to the first
 */
export function partOf<Item>(
  items: readonly Item[],
  page = 1,
  size: number = pageSize,
): Part<Item> | undefined {
  const pages = Math.max(1, Math.ceil(items.length / size))
  if (page < 1 || page > pages) return undefined
  return {items: items.slice((page - 1) * size, page * size), page, pages}
}

/**
 * Returns the number of a part. The text of none is 0, which no list has: strangers cannot fill a cache with
 * numbers of their own.
 *
 * @example ['2', '0', '-1', 'x', '12345678'].map(partNumber) // [2, 0, 0, 0, 0]
 */
export function partNumber(text: string): number {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0
}
