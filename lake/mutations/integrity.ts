import type {StoredDocument} from '../document.ts'
import type {RefusalReason} from '../faults.ts'
import {referencesIn} from '../query/references.ts'
import type {Change} from '../store/store.ts'

interface Surroundings {
  /** As the transaction leaves it. */
  get: (id: string) => StoredDocument | undefined
  /** Stored documents that refer to the id, before the transaction. */
  referrers: (id: string) => readonly StoredDocument[]
}

/**
 * Strong references have to point at something when the transaction is done: what it wrote may not
 * refer to what does not exist, and what it deleted may not be referred to.
 *
 * @returns the first violation, of the transaction as a whole.
 */
export function integrityRefusal(
  changes: readonly Change[],
  {get, referrers}: Surroundings,
): RefusalReason | undefined {
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
    if (referring.length > 0) return stillReferred(documentId, referring)
  }
  return undefined
}

function strongTargets(document: StoredDocument): string[] {
  return referencesIn(document).flatMap(({to, weak}) => (weak ? [] : to))
}

function missingTarget(id: string, referenceID: string): RefusalReason {
  return {
    type: 'documentReferenceDoesNotExistError',
    description: `Document "${id}" references non-existent document "${referenceID}"`,
    details: {id, referenceID},
  }
}

function stillReferred(id: string, referencingIDs: string[]): RefusalReason {
  const named = referencingIDs.map((referrer) => `"${referrer}"`).join(', ')
  return {
    type: 'documentHasExistingReferencesError',
    description: `Document "${id}" cannot be deleted as there are references to it from ${named}`,
    details: {id, referencingIDs},
  }
}
