import {lru} from 'tiny-lru'
import type {StoredDocument} from '../document.ts'
import {publishedIdOf, variantOf} from '../documentId.ts'
import {DocumentIndex} from './documentIndex.ts'
import {isPublicId} from './visibility.ts'
import {DocumentGroup, type Perspective, perspectiveKey} from './perspective.ts'

/** Each preview can use its own stack. The least recently used ones are dropped, and rebuilt on demand. */
const maxStacks = 8

/**
 * The dataset in memory. Parses each revision of a document once.
 *
 * Each write updates the index of every perspective in use, so a query never has to filter or merge the
 * whole dataset first.
 */
export class Dataset {
  readonly raw = new DocumentIndex()
  readonly #published = new DocumentIndex()
  /** Built on first use: most lakes have no tokens, and so no anonymous visitors. */
  #public: DocumentIndex | undefined
  readonly #groups = new Map<string, DocumentGroup>()
  readonly #stacks = lru<{names: readonly string[]; index: DocumentIndex}>(maxStacks)

  constructor(documents: Iterable<StoredDocument>) {
    for (const document of documents) this.set(document._id, document)
  }

  /** Returns the documents that a perspective shows. */
  index(perspective: Perspective): DocumentIndex {
    if (perspective.kind === 'raw') return this.raw
    if (perspective.kind === 'published') return this.#published
    if (perspective.kind === 'public') return this.#publicIndex()
    const key = perspectiveKey(perspective)
    const stack = this.#stacks.get(key) ?? this.#build(perspective.names)
    this.#stacks.set(key, stack)
    return stack.index
  }

  /** Returns the published document, its draft and its versions. */
  variants(id: string): StoredDocument[] {
    const group = this.#groups.get(publishedIdOf(id))
    if (!group) return []
    return [group.published, group.draft, ...group.versions.values()].filter(
      (document) => document !== undefined,
    )
  }

  /** Stores a new revision, or removes the document if there is none. */
  set(id: string, document: StoredDocument | undefined) {
    update(this.raw, id, document)
    const variant = variantOf(id)
    if (variant.kind === 'published') update(this.#published, id, document)
    if (this.#public && isPublicId(id)) update(this.#public, id, document)
    const group = this.#groups.get(variant.publishedId) ?? new DocumentGroup()
    group.set(id, document)
    if (group.isEmpty) this.#groups.delete(variant.publishedId)
    else this.#groups.set(variant.publishedId, group)
    this.#stacks.forEach(({names, index}) => {
      update(index, variant.publishedId, group.pick(names))
    })
  }

  #publicIndex(): DocumentIndex {
    if (this.#public) return this.#public
    const index = new DocumentIndex()
    for (const document of this.raw.all()) if (isPublicId(document._id)) index.put(document)
    this.#public = index
    return index
  }

  #build(names: readonly string[]) {
    const index = new DocumentIndex()
    for (const group of this.#groups.values()) {
      const document = group.pick(names)
      if (document) index.put(document)
    }
    return {names, index}
  }
}

function update(index: DocumentIndex, id: string, document: StoredDocument | undefined) {
  if (document) index.put(document)
  else index.remove(id)
}
