import {isFields, publishedId, type StoredDocument} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'

import {referenceTo} from '../documents/referenceTo.ts'
import {identityKeys} from './identityKeys.ts'
import {pastedTypes} from './pastedTypes.ts'

/** What becomes of the documents that a pasted page makes. */
export interface AgendaPlan {
  /** To be created, as drafts, their references pointing to what is there already. */
  drafts: StoredDocument[]
  /** Kept as they are. */
  known: KnownDocument[]
  /** Not created: only documents that are there already would refer to them. */
  unneeded: StoredDocument[]
}

export interface KnownDocument {
  /** As the page has it. */
  document: StoredDocument
  /** The id, as published, of the one that is there. */
  id: string
  /** Fields that the page has and the one that is there has otherwise or not at all. */
  otherwise: string[]
}

/**
 * Nothing that is there is changed: what the page says otherwise is named, for an editor to decide.
 *
 * @param made - of a page, by `importMarkdown`
 * @param existing - drafts and published documents that may be the same (`alikeQuery`)
 */
export function planAgenda(
  made: readonly StoredDocument[],
  existing: readonly StoredDocument[],
): AgendaPlan {
  const byKey = keyed(existing)
  const sameAs = new Map(
    made.flatMap((document) => {
      const same = identityKeys(document)
        .map((key) => byKey.get(key))
        .find((found) => found)
      return same ? [[document._id, same] as const] : []
    }),
  )
  const published = new Set(existing.map(({_id}) => _id).filter((id) => id === publishedId(id)))
  const typeOf = new Map(made.map(({_id, _type}) => [_id, _type]))
  const refer = (reference: Reference) => {
    const id = publishedId(sameAs.get(reference._ref)?._id ?? reference._ref)
    const type = typeOf.get(reference._ref) ?? ''
    return {...reference, ...referenceTo(id, type, {published: published.has(id)})}
  }
  const isNeeded = neededAmong(made, new Set(sameAs.keys()))
  const plan: AgendaPlan = {drafts: [], known: [], unneeded: []}
  for (const document of made) {
    const same = sameAs.get(document._id)
    const referring = withReferences(document, refer)
    if (same) {
      plan.known.push({document, id: publishedId(same._id), otherwise: otherwise(referring, same)})
    } else if (isNeeded(document)) {
      plan.drafts.push({...referring, _id: `drafts.${document._id}`, _type: document._type})
    } else {
      plan.unneeded.push(document)
    }
  }
  return plan
}

function isSupporting({_type}: StoredDocument): boolean {
  return isDocumentTypeName(_type) && pastedTypes[_type].supporting
}

/** Whether something new refers to a document, or it is there for itself. */
function neededAmong(made: readonly StoredDocument[], known: ReadonlySet<string>) {
  const referrers = new Map<string, StoredDocument[]>()
  for (const document of made) {
    withReferences(document, (reference) => {
      referrers.set(reference._ref, [...(referrers.get(reference._ref) ?? []), document])
      return reference
    })
  }
  const isNeeded = (document: StoredDocument): boolean => {
    const found = referrers.get(document._id)
    return (
      !isSupporting(document) ||
      !found ||
      found.some((each) => !known.has(each._id) && isNeeded(each))
    )
  }
  return isNeeded
}

/** By each of their keys; a draft comes before what is published, as it is what an editor sees. */
function keyed(existing: readonly StoredDocument[]): Map<string, StoredDocument> {
  const draftsLast = existing.toSorted((a, b) => Number(isDraft(a)) - Number(isDraft(b)))
  return new Map(
    draftsLast.flatMap((document) => identityKeys(document).map((key) => [key, document] as const)),
  )
}

function isDraft({_id}: StoredDocument): boolean {
  return _id !== publishedId(_id)
}

type Reference = Record<string, unknown> & {_ref: string}

type Stored = Record<string, unknown>

function withReferences(value: Stored, refer: (reference: Reference) => Stored): Stored {
  const {_ref} = value
  if (typeof _ref === 'string') return refer({...value, _ref})
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, mapped(inner, refer)]),
  )
}

function mapped(value: unknown, refer: (reference: Reference) => Stored): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => mapped(each, refer))
  return isFields(value) ? withReferences(value, refer) : value
}

/** How a document is told apart and stored says nothing of what it holds. */
const unsaid = new Set(['_id', '_type', 'slug'])

function otherwise(document: Stored, same: StoredDocument): string[] {
  return Object.keys(document).filter(
    (field) => !unsaid.has(field) && comparable(document[field]) !== comparable(same[field]),
  )
}

/** The content of a value: without keys, and whether a reference is weak. */
function comparable(value: unknown): string {
  const skipped = new Set(['_key', '_weak', '_strengthenOnPublish'])
  return JSON.stringify(value, (name, inner: unknown) => {
    if (skipped.has(name)) return undefined
    if (!isFields(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
