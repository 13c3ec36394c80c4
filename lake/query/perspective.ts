import type {StoredDocument} from '../document.ts'
import {variantOf} from '../documentId.ts'

/**
 * Which of a document's variants a query sees.
 * https://www.sanity.io/docs/content-lake/perspectives
 */
export type Perspective =
  | {kind: 'raw'}
  | {kind: 'published'}
  /** What the unauthenticated see of a dataset: nothing on a path. */
  | {kind: 'public'}
  /** The first name that has a variant wins; the published one is the last resort. */
  | {kind: 'stack'; names: readonly string[]}

const releaseName = /^[A-Za-z0-9_-]+$/

/**
 * @param value as in the query string: one name, several with commas between, or a list of names.
 * @returns undefined when it is none that the service knows.
 */
export function parsePerspective(value: string | readonly string[]): Perspective | undefined {
  const names = (typeof value === 'string' ? value.split(',') : [...value]).map((name) =>
    name === 'previewDrafts' ? 'drafts' : name.trim(),
  )
  const [first] = names
  if (first === undefined) return undefined
  if (names.length === 1 && first === 'raw') return {kind: 'raw'}
  if (names.length === 1 && first === 'published') return {kind: 'published'}
  if (names.includes('raw') || !names.every((name) => releaseName.test(name))) return undefined
  // `published` ends every stack by itself; named earlier it hides what follows it.
  const published = names.indexOf('published')
  return {kind: 'stack', names: published === -1 ? names : names.slice(0, published)}
}

/** The same perspective has the same key. */
export function perspectiveKey(perspective: Perspective): string {
  return perspective.kind === 'stack' ? `stack:${perspective.names.join(',')}` : perspective.kind
}

/** All variants of one document. */
export class DocumentGroup {
  published: StoredDocument | undefined
  draft: StoredDocument | undefined
  readonly versions = new Map<string, StoredDocument>()

  get isEmpty(): boolean {
    return !this.published && !this.draft && this.versions.size === 0
  }

  set(id: string, document: StoredDocument | undefined) {
    const variant = variantOf(id)
    if (variant.kind === 'published') this.published = document
    else if (variant.kind === 'draft') this.draft = document
    else if (document) this.versions.set(variant.release, document)
    else this.versions.delete(variant.release)
  }

  /** What the names show of this document: its `_id` is the published one, `_originalId` its own. */
  pick(names: readonly string[]): StoredDocument | undefined {
    for (const name of names) {
      const found = name === 'drafts' ? this.draft : this.versions.get(name)
      if (!found) continue
      return isUnpublishing(found) ? undefined : overlaid(found)
    }
    return this.published && overlaid(this.published)
  }
}

/** A version that stands for "unpublish this when the release is published". */
function isUnpublishing(document: StoredDocument): boolean {
  const system = document._system
  return typeof system === 'object' && system !== null && Reflect.get(system, 'delete') === true
}

// One copy a revision however many perspectives and queries show it.
const overlays = new WeakMap<StoredDocument, StoredDocument>()

function overlaid(document: StoredDocument): StoredDocument {
  const known = overlays.get(document)
  if (known) return known
  const made = {
    ...document,
    _id: variantOf(document._id).publishedId,
    _originalId: document._id,
  }
  overlays.set(document, made)
  return made
}
