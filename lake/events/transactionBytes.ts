import {documentBytes} from '../documentBytes.ts'
import type {Transaction} from '../store/store.ts'

/**
 * Returns the bytes of a transaction as JSON: what it keeps in memory. `before` counts too, because nothing
 * else may keep it.
 */
export function transactionBytes({changes}: Transaction): number {
  return changes.reduce((sum, {before, after, mutations}) => {
    const documents = [before, after].filter((document) => document !== undefined)
    const mutationBytes = Buffer.byteLength(JSON.stringify(mutations))
    return documents.reduce(
      (bytes, document) => bytes + documentBytes(document),
      sum + mutationBytes,
    )
  }, 0)
}
