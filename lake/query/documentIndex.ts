import type {StoredDocument} from '../document.ts'
import {variantOf} from '../documentId.ts'
import {refValuesIn} from './references.ts'
import {SortedDocuments} from './sortedDocuments.ts'

const none: readonly StoredDocument[] = []

/** The documents of one perspective, indexed by id, type and reference. */
export class DocumentIndex {
  readonly #byId = new Map<string, StoredDocument>()
  readonly #all = new SortedDocuments()
  readonly #byType = new Map<string, SortedDocuments>()
  readonly #byReference = new Map<string, SortedDocuments>()
  /** Drafts and versions, by published id. */
  readonly #variants = new Map<string, SortedDocuments>()
  /** The references of each document, so that a change removes it from the right lists. */
  readonly #references = new Map<string, ReadonlySet<string>>()

  all(): readonly StoredDocument[] {
    return this.#all.array
  }

  byId(id: string): StoredDocument | undefined {
    return this.#byId.get(id)
  }

  byType(type: string): readonly StoredDocument[] {
    return this.#byType.get(type)?.array ?? none
  }

  /** Returns the documents that refer to the id, weakly or strongly. */
  byReference(id: string): readonly StoredDocument[] {
    return this.#byReference.get(id)?.array ?? none
  }

  /** Returns the document with the published id, its draft and its versions. */
  byPublishedId(id: string): readonly StoredDocument[] {
    const published = this.#byId.get(id)
    const others = this.#variants.get(id)?.array ?? none
    return published ? [...others, published] : others
  }

  put(document: StoredDocument) {
    const previous = this.#byId.get(document._id)
    if (previous && previous._type !== document._type) this.remove(document._id)
    this.#byId.set(document._id, document)
    this.#all.put(document)
    listIn(this.#byType, document._type).put(document)
    const variant = variantOf(document._id)
    if (variant.kind !== 'published') listIn(this.#variants, variant.publishedId).put(document)
    const references = refValuesIn(document)
    for (const id of this.#references.get(document._id) ?? []) {
      if (!references.has(id)) this.#byReference.get(id)?.remove(document._id)
    }
    for (const id of references) listIn(this.#byReference, id).put(document)
    if (references.size > 0) this.#references.set(document._id, references)
    else this.#references.delete(document._id)
  }

  remove(id: string) {
    const document = this.#byId.get(id)
    if (!document) return
    this.#byId.delete(id)
    this.#all.remove(id)
    this.#byType.get(document._type)?.remove(id)
    this.#variants.get(variantOf(id).publishedId)?.remove(id)
    for (const target of this.#references.get(id) ?? []) this.#byReference.get(target)?.remove(id)
    this.#references.delete(id)
  }
}

function listIn(map: Map<string, SortedDocuments>, key: string): SortedDocuments {
  const existing = map.get(key)
  if (existing) return existing
  const list = new SortedDocuments()
  map.set(key, list)
  return list
}
