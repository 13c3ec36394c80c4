import type {StoredDocument} from '../document.ts'
import type {Transaction} from '../store/store.ts'

/** A document is an object that never changes, and is `after` in one transaction and `before` in the next. */
const sizes = new WeakMap<StoredDocument, number>()

/**
 * Returns the bytes of a transaction as JSON: what it keeps in memory. `before` counts too, because nothing
 * else may keep it.
 */
export function transactionBytes({changes}: Transaction): number {
  return changes.reduce(
    (sum, {before, after, mutations}) =>
      sum + documentBytes(before) + documentBytes(after) + jsonBytes(mutations),
    0,
  )
}

function documentBytes(document: StoredDocument | undefined): number {
  if (!document) return 0
  const bytes = sizes.get(document) ?? jsonBytes(document)
  sizes.set(document, bytes)
  return bytes
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
