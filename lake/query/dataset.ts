import {lru} from 'tiny-lru'
import type {StoredDocument} from '../document.ts'
import {publishedIdOf, variantOf} from '../documentId.ts'
import {DocumentIndex} from './documentIndex.ts'
import {isPublicId} from './visibility.ts'
import {DocumentGroup, type Perspective, perspectiveKey} from './perspective.ts'

/** Stacks differ by visitor of a preview; the least recently used ones are built anew when asked. */
const maxStacks = 8

/**
 * The dataset in memory, each document parsed once a revision. Perspectives that were asked for are
 * kept up to date by each change, so a query never filters or merges the whole dataset first.
 */
export class Dataset {
  readonly raw = new DocumentIndex()
  readonly #published = new DocumentIndex()
  /** Made when first asked for: most lakes have no tokens and so no strangers. */
  #public: DocumentIndex | undefined
  readonly #groups = new Map<string, DocumentGroup>()
  readonly #stacks = lru<{names: readonly string[]; index: DocumentIndex}>(maxStacks)

  constructor(documents: Iterable<StoredDocument>) {
    for (const document of documents) this.set(document._id, document)
  }

  index(perspective: Perspective): DocumentIndex {
    if (perspective.kind === 'raw') return this.raw
    if (perspective.kind === 'published') return this.#published
    if (perspective.kind === 'public') return this.#publicIndex()
    const key = perspectiveKey(perspective)
    const stack = this.#stacks.get(key) ?? this.#build(perspective.names)
    this.#stacks.set(key, stack)
    return stack.index
  }

  /** The ids of every stored variant of the document. */
  variants(id: string): StoredDocument[] {
    const group = this.#groups.get(publishedIdOf(id))
    if (!group) return []
    return [group.published, group.draft, ...group.versions.values()].filter(
      (document) => document !== undefined,
    )
  }

  /** Puts the new revision in place, or takes the document out when there is none. */
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
    const made = new DocumentIndex()
    for (const document of this.raw.all()) if (isPublicId(document._id)) made.put(document)
    this.#public = made
    return made
  }

  #build(names: readonly string[]) {
    const index = new DocumentIndex()
    for (const group of this.#groups.values()) {
      const shown = group.pick(names)
      if (shown) index.put(shown)
    }
    return {names, index}
  }
}

function update(index: DocumentIndex, id: string, document: StoredDocument | undefined) {
  if (document) index.put(document)
  else index.remove(id)
}
