import {isObject} from './json.ts'

/** A document in the lake. Never changed in place: a write creates a new object. */
export interface StoredDocument {
  readonly _id: string
  readonly _type: string
  /** The id of the transaction that wrote this revision. */
  readonly _rev: string
  /** ISO 8601, UTC. */
  readonly _createdAt: string
  /** ISO 8601, UTC. */
  readonly _updatedAt: string
  readonly [attribute: string]: unknown
}

export function isStoredDocument(value: unknown): value is StoredDocument {
  return (
    isObject(value) &&
    typeof value._id === 'string' &&
    typeof value._type === 'string' &&
    typeof value._rev === 'string' &&
    typeof value._createdAt === 'string' &&
    typeof value._updatedAt === 'string'
  )
}
