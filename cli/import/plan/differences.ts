import {isFields, publishedId, type StoredDocument} from '@touchpoints/schemas/reading'
import type {PlannedDocument} from '@touchpoints/importers/plan'

/** The stored versions of a document. */
export interface StoredVersions {
  draft?: StoredDocument
  published?: StoredDocument
}

export interface FieldDifference {
  field: string
  /** Undefined when the stored document lacks the field. */
  mine: unknown
  theirs: unknown
}

/** What an import means for a document of the Content Lake. */
export type Comparison =
  | {kind: 'new'}
  /** Every planned field has the stored value. */
  | {kind: 'same'}
  | {kind: 'different'; base: StoredDocument; isDraft: boolean; fields: FieldDifference[]}

/** Compares a planned document with what is stored. The draft counts, because editors see it. */
export function compareStored({document}: PlannedDocument, stored: StoredVersions): Comparison {
  const base = stored.draft ?? stored.published
  if (!base) return {kind: 'new'}
  const fields = Object.entries(document).flatMap(([field, theirs]): FieldDifference[] => {
    const mine = base[field]
    return field.startsWith('_') || isSame(mine, theirs) ? [] : [{field, mine, theirs}]
  })
  if (fields.length === 0) return {kind: 'same'}
  return {kind: 'different', base, isDraft: stored.draft !== undefined, fields}
}

/** Groups documents by their published id. Versions of a release are left out. */
export function versionsById(
  documents: readonly StoredDocument[],
): ReadonlyMap<string, StoredVersions> {
  const versions = new Map<string, StoredVersions>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const id = publishedId(document._id)
    const name = document._id === id ? 'published' : 'draft'
    versions.set(id, {...versions.get(id), [name]: document})
  }
  return versions
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

/** What the store adds to a reference of a draft, and keys, which derive from the order. */
const ignored: ReadonlySet<string> = new Set(['_key', '_weak', '_strengthenOnPublish'])

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (!isFields(value)) return value
  return Object.entries(value)
    .filter(([name, child]) => !ignored.has(name) && child !== undefined && child !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => [name, comparable(child)])
}
