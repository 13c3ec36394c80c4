import type {StoredDocument} from '../document.ts'
import {variantOf} from '../documentId.ts'

/**
 * The variant of each document that a query sees.
 * https://www.sanity.io/docs/content-lake/perspectives
 */
export type Perspective =
  | {kind: 'raw'}
  | {kind: 'published'}
  /** The documents that anyone may see: published, without a path (a dot) in the id. */
  | {kind: 'public'}
  /** The first name that has a variant wins. The fallback is the published document. */
  | {kind: 'stack'; names: readonly string[]}

const releaseName = /^[A-Za-z0-9_-]+$/

/**
 * Parses a perspective. Returns undefined if it is invalid.
 *
 * @param value one name, several names separated by commas, or a list of names
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
  // `published` is the implicit end of every stack. An explicit one hides the names after it.
  const published = names.indexOf('published')
  return {kind: 'stack', names: published === -1 ? names : names.slice(0, published)}
}

/** Returns a key that is the same for equal perspectives. */
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

  /**
   * Returns the variant for the first name that has one, else the published document. Its `_id` is the
   * published id, and `_originalId` its own.
   */
  pick(names: readonly string[]): StoredDocument | undefined {
    for (const name of names) {
      const variant = name === 'drafts' ? this.draft : this.versions.get(name)
      if (!variant) continue
      return isUnpublishing(variant) ? undefined : overlaid(variant)
    }
    return this.published && overlaid(this.published)
  }
}

/** Returns whether publishing the release would unpublish the document. */
function isUnpublishing(document: StoredDocument): boolean {
  const system = document._system
  return typeof system === 'object' && system !== null && Reflect.get(system, 'delete') === true
}

// One copy of each revision, shared by all perspectives and queries.
const overlays = new WeakMap<StoredDocument, StoredDocument>()

function overlaid(document: StoredDocument): StoredDocument {
  const cached = overlays.get(document)
  if (cached) return cached
  const overlay = {
    ...document,
    _id: variantOf(document._id).publishedId,
    _originalId: document._id,
  }
  overlays.set(document, overlay)
  return overlay
}
