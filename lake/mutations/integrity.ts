import type {StoredDocument} from '../document.ts'
import type {FailureReason} from '../faults.ts'
import {referencesIn} from '../query/references.ts'
import type {Change} from '../store/store.ts'

interface References {
  /** Returns the document as the transaction leaves it. */
  get: (id: string) => StoredDocument | undefined
  /** Returns the stored documents that refer to the id, before the transaction. */
  referrers: (id: string) => readonly StoredDocument[]
}

/**
 * Returns the first strong reference that a transaction would break, or undefined.
 *
 * A written document may not refer to a missing document. A deleted document may not be referred to.
 */
export function integrityViolation(
  changes: readonly Change[],
  {get, referrers}: References,
): FailureReason | undefined {
  for (const {after} of changes) {
    if (!after) continue
    const missing = strongTargets(after).find((id) => !get(id))
    if (missing !== undefined) return missingTarget(after._id, missing)
  }
  for (const {documentId, after} of changes) {
    if (after) continue
    const referring = referrers(documentId)
      .map((document) => get(document._id))
      .filter((document) => document !== undefined && strongTargets(document).includes(documentId))
      .flatMap((document) => document?._id ?? [])
    if (referring.length > 0) return existingReferences(documentId, referring)
  }
  return undefined
}

function strongTargets(document: StoredDocument): string[] {
  return referencesIn(document).flatMap(({to, weak}) => (weak ? [] : to))
}

function missingTarget(id: string, referenceID: string): FailureReason {
  return {
    type: 'documentReferenceDoesNotExistError',
    description: `Document "${id}" references non-existent document "${referenceID}"`,
    details: {id, referenceID},
  }
}

function existingReferences(id: string, referencingIDs: string[]): FailureReason {
  const list = referencingIDs.map((referrer) => `"${referrer}"`).join(', ')
  return {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from ${list}`,
    details: {id, referencingIDs},
  }
}
