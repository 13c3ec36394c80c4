import {lru} from 'tiny-lru'

/** Copies by key, limited in number and bytes. Drops those that were not requested for the longest time. */
export interface PageShelf<Copy extends {bytes: number}> {
  get(key: string): Copy | undefined
  set(key: string, copy: Copy): void
  delete(key: string): void
  values(): Copy[]
  /** Size of all copies. */
  bytes(): number
}

/** Creates a shelf. A copy that is larger than the whole shelf is not kept. */
export function pageShelf<Copy extends {bytes: number}>(
  maxEntries: number,
  maxBytes: number,
): PageShelf<Copy> {
  const copies = lru<Copy>(maxEntries)
  let bytes = 0

  function remove(key: string): void {
    bytes -= copies.peek(key)?.bytes ?? 0
    copies.delete(key)
  }

  return {
    get: (key) => copies.get(key),
    set(key, copy) {
      remove(key)
      if (copy.bytes > maxBytes) return
      while (copies.first && (copies.size >= maxEntries || bytes + copy.bytes > maxBytes)) {
        remove(String(copies.first.key))
      }
      copies.set(key, copy)
      bytes += copy.bytes
    },
    delete: remove,
    values: () => copies.values().flatMap((copy) => (copy ? [copy] : [])),
    bytes: () => bytes,
  }
}
