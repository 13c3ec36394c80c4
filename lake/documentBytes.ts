import type {StoredDocument} from './document.ts'

/** A document is an object that never changes, so its size is counted once. */
const sizes = new WeakMap<StoredDocument, number>()

/** Returns the bytes of a document as JSON. */
export function documentBytes(document: StoredDocument): number {
  const bytes = sizes.get(document) ?? Buffer.byteLength(JSON.stringify(document))
  sizes.set(document, bytes)
  return bytes
}
