import {publishedId, type StoredDocument} from '../reading/stored.ts'

/** What the migration of one document can see of the others. */
export interface Dataset {
  documents: readonly StoredDocument[]
  /** `YYYY-MM-DD`. A series with a cadence that ended before it has ended. */
  today: string
  /** Ids of all documents, also of drafts and versions. */
  ids: ReadonlySet<string>
}

/** A value that the new model does not keep as it was. */
export interface ChangedFact {
  documentId: string
  field: string
  value: string
  /** Why it is not kept, or what it has become. */
  reason: string
}

/** Something that the migration leaves to an editor. */
export interface EditorTask {
  documentId: string
  /** What is so, and what to do. */
  message: string
}

/** Values that another document gets. */
export interface Update {
  id: string
  values: Record<string, unknown>
}

/** A document in the new model, with what it has lost and the documents that it has become besides. */
export interface Migrated {
  document: StoredDocument
  facts: ChangedFact[]
  added: StoredDocument[]
  updates: Update[]
  tasks: EditorTask[]
}

/** Returns a migrated document that concerns no other one. */
export function migratedAlone(document: StoredDocument, facts: ChangedFact[] = []): Migrated {
  return {document, facts, added: [], updates: [], tasks: []}
}

/**
 * Returns the id of a document next to another one: published, or a draft or version like it.
 *
 * @example siblingId('drafts.group-1', 'series-1') // 'drafts.series-1'
 */
export function siblingId(id: string, published: string): string {
  return `${id.slice(0, id.length - publishedId(id).length)}${published}`
}

/** Returns a copy without these fields. */
export function without(document: StoredDocument, ...names: string[]): StoredDocument {
  const {_id, _type} = document
  const kept = Object.entries(document).filter(([name]) => !names.includes(name))
  return {...Object.fromEntries(kept), _id, _type}
}

/** Returns the entries of an object that have a value. */
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  )
}
