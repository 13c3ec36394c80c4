import {isFields, publishedId, type StoredDocument} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'

import {referenceTo} from '../documents/referenceTo.ts'
import {identityKeys} from './identityKeys.ts'
import {importedTypes} from './importedTypes.ts'

/** The result of comparing imported documents with existing ones. */
export interface ImportPlan {
  /** Drafts to create. Their references point to existing documents where possible. */
  drafts: StoredDocument[]
  /** Imported documents that exist already. They stay unchanged. */
  existing: ExistingDocument[]
  /** Imported documents that are not created, because only existing documents reference them. */
  skipped: StoredDocument[]
}

export interface ExistingDocument {
  /** The imported document. */
  document: StoredDocument
  /** Published id of the existing document. */
  id: string
  /** Fields of the imported document that differ in the existing one or are missing there. */
  differences: string[]
}

/**
 * Plans which imported documents to create as drafts. Existing documents are never changed.
 *
 * @param imported - documents of the plan of a source
 * @param candidates - drafts and published documents that may be the same (`candidatesQuery`)
 */
export function planImport(
  imported: readonly StoredDocument[],
  candidates: readonly StoredDocument[],
): ImportPlan {
  const byKey = indexByKey(candidates)
  const matches = new Map(
    imported.flatMap((document) => {
      const match = identityKeys(document)
        .map((key) => byKey.get(key))
        .find((candidate) => candidate !== undefined)
      return match ? [[document._id, match] as const] : []
    }),
  )
  const published = new Set(candidates.map(({_id}) => _id).filter((id) => id === publishedId(id)))
  const typeOf = new Map(imported.map(({_id, _type}) => [_id, _type]))
  const resolve = (reference: Reference) => {
    const id = publishedId(matches.get(reference._ref)?._id ?? reference._ref)
    const type = typeOf.get(reference._ref) ?? ''
    return {...reference, ...referenceTo(id, type, {published: published.has(id)})}
  }
  const isNeeded = neededAmong(imported, new Set(matches.keys()))
  const plan: ImportPlan = {drafts: [], existing: [], skipped: []}
  for (const document of imported) {
    const match = matches.get(document._id)
    const resolved = mapReferences(document, resolve)
    if (match) {
      const differences = differingFields(resolved, match)
      plan.existing.push({document, id: publishedId(match._id), differences})
    } else if (isNeeded(document)) {
      plan.drafts.push({...resolved, _id: `drafts.${document._id}`, _type: document._type})
    } else {
      plan.skipped.push(document)
    }
  }
  return plan
}

function isSupporting({_type}: StoredDocument): boolean {
  return isDocumentTypeName(_type) && importedTypes[_type].supporting
}

/** Returns whether a document is to be created: a new document references it, or it isn't supporting. */
function neededAmong(imported: readonly StoredDocument[], existing: ReadonlySet<string>) {
  const referrers = new Map<string, StoredDocument[]>()
  for (const document of imported) {
    mapReferences(document, (reference) => {
      referrers.set(reference._ref, [...(referrers.get(reference._ref) ?? []), document])
      return reference
    })
  }
  const isNeeded = (document: StoredDocument): boolean => {
    const referring = referrers.get(document._id)
    return (
      !isSupporting(document) ||
      !referring ||
      referring.some((each) => !existing.has(each._id) && isNeeded(each))
    )
  }
  return isNeeded
}

/** Indexes documents by identity key. A draft replaces its published form, because editors see the draft. */
function indexByKey(documents: readonly StoredDocument[]): Map<string, StoredDocument> {
  const draftsLast = documents.toSorted((a, b) => Number(isDraft(a)) - Number(isDraft(b)))
  return new Map(
    draftsLast.flatMap((document) => identityKeys(document).map((key) => [key, document] as const)),
  )
}

function isDraft({_id}: StoredDocument): boolean {
  return _id !== publishedId(_id)
}

type Reference = Record<string, unknown> & {_ref: string}

type Stored = Record<string, unknown>

function mapReferences(value: Stored, map: (reference: Reference) => Stored): Stored {
  const {_ref} = value
  if (typeof _ref === 'string') return map({...value, _ref})
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, mapValue(inner, map)]),
  )
}

function mapValue(value: unknown, map: (reference: Reference) => Stored): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => mapValue(each, map))
  return isFields(value) ? mapReferences(value, map) : value
}

/** Fields that identify a document and are not part of its content. */
const identifyingFields = new Set(['_id', '_type', 'slug'])

function differingFields(document: Stored, existing: StoredDocument): string[] {
  return Object.keys(document).filter(
    (field) =>
      !identifyingFields.has(field) && comparable(document[field]) !== comparable(existing[field]),
  )
}

/** Serializes a value without its keys and without the strength of references. */
function comparable(value: unknown): string {
  const ignored = new Set(['_key', '_weak', '_strengthenOnPublish'])
  return JSON.stringify(value, (name, inner: unknown) => {
    if (ignored.has(name)) return undefined
    if (!isFields(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
