import type {StoredDocument} from '../document.ts'
import {variantOf} from '../documentId.ts'
import type {JsonObject} from '../json.ts'
import type {Change, Transaction} from '../store/store.ts'
import {documentEffects} from '../history/mendoza.ts'

export interface ListenOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  /** Versions in releases are told only when asked for. */
  includeAllVersions: boolean
  effects: boolean
  /** Whether the listener's filter lets a document through. */
  matches: (document: StoredDocument) => boolean
}

/** What a listener is told of a transaction: an event for each document it follows. */
export function mutationEvents(
  transaction: Transaction,
  options: ListenOptions,
): {id: string; data: JsonObject}[] {
  const {changes} = transaction
  return changes.flatMap((change, index) => {
    if (!options.includeAllVersions && variantOf(change.documentId).kind === 'version') return []
    const transition = transitionOf(change, options.matches)
    if (!transition) return []
    const id = `${transaction.id}#${change.documentId}`
    return {
      id,
      data: {
        eventId: id,
        documentId: change.documentId,
        transactionId: transaction.id,
        transition,
        identity: transaction.author,
        ...(options.includeMutations && {mutations: change.mutations}),
        ...(options.effects && {effects: documentEffects(change)}),
        ...(options.includeResult && {result: change.after ?? null}),
        ...(options.includePreviousRevision && {previous: change.before ?? null}),
        ...(change.before && {previousRev: change.before._rev}),
        // Also of a deletion: the Studio chains events by it, and waits 30 seconds for a missing link.
        resultRev: transaction.id,
        timestamp: transaction.timestamp,
        visibility: 'query',
        transactionTotalEvents: changes.length,
        transactionCurrentEvent: index + 1,
      },
    }
  })
}

/** As the listener's filter sees it: a document that no longer matches has disappeared for it. */
function transitionOf(
  {before, after}: Change,
  matches: (document: StoredDocument) => boolean,
): 'appear' | 'update' | 'disappear' | undefined {
  const was = before !== undefined && matches(before)
  const is = after !== undefined && matches(after)
  if (was && is) return 'update'
  if (is) return 'appear'
  return was ? 'disappear' : undefined
}
