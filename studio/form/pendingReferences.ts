import {refOf} from '@touchpoints/schemas/reading'
import type {Path} from 'sanity'

import {valueAt} from './valueAt.ts'

/** What these functions read of a validation marker of Sanity. */
export interface ReferenceMarker {
  code?: string | undefined
  path: Path
}

/** Code of the validation error for a reference to a document that is not published. */
export const pendingReferenceCode = 'reference.not-published'

/**
 * Returns whether an error only says that a reference is to a new document. Publish publishes such a document too,
 * so this keeps nothing from being published.
 *
 * @param document - the draft with the reference
 * @param news - the new documents that are published with it
 */
export function isPendingReference(
  {code, path}: ReferenceMarker,
  document: unknown,
  news: readonly {id: string}[],
): boolean {
  if (code !== pendingReferenceCode) return false
  const id = refOf(valueAt(document, path))
  return news.some((each) => each.id === id)
}
