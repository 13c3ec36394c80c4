import type {StoredDocument} from '../document.ts'
import {variantOf} from '../documentId.ts'
import type {JsonObject} from '../json.ts'
import type {SharedEvents} from './sharedEvents.ts'
import type {Change, Transaction} from '../store/store.ts'
import {documentEffects} from '../history/mendoza.ts'

export interface ListenOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  /** Whether to report changes of versions in releases. */
  includeAllVersions: boolean
  effects: boolean
  /** Whether to report who changed a document, and how. Otherwise, these fields are empty. */
  includeAuthor: boolean
  /** Returns whether a document matches the listener's filter. */
  matches: (document: StoredDocument) => boolean
}

/** Returns the events of a transaction for one listener: one event for each document that it follows. */
export function mutationEvents(
  transaction: Transaction,
  options: ListenOptions,
  shared: SharedEvents,
): Uint8Array[] {
  const {includeMutations, includeResult, includePreviousRevision, effects, includeAuthor} = options
  const followed = transaction.changes.flatMap((change) => {
    if (!options.includeAllVersions && variantOf(change.documentId).kind === 'version') return []
    const transition = transitionOf(change, options.matches)
    return transition ? [{change, transition}] : []
  })
  return followed.map(({change, transition}, index) => {
    const id = `${transaction.id}#${change.documentId}`
    const fields = [
      includeMutations,
      includeResult,
      includePreviousRevision,
      effects,
      includeAuthor,
    ]
    const key = [change.documentId, index, followed.length, transition, ...fields].join()
    const data = (): JsonObject => ({
      eventId: id,
      documentId: change.documentId,
      transactionId: transaction.id,
      transition,
      identity: includeAuthor ? transaction.author : '',
      ...(includeMutations && {mutations: includeAuthor ? change.mutations : []}),
      ...(effects && {effects: documentEffects(change)}),
      ...(includeResult && {result: change.after ?? null}),
      ...(includePreviousRevision && {previous: change.before ?? null}),
      ...(change.before && {previousRev: change.before._rev}),
      // Also set for a deletion: the Studio chains events by it, and waits 30 seconds for a missing link.
      resultRev: transaction.id,
      timestamp: transaction.timestamp,
      visibility: 'query',
      // Events of this listener: a form of the Studio stays locked until it has received as many.
      transactionTotalEvents: followed.length,
      transactionCurrentEvent: index + 1,
    })
    return shared.encode(transaction, key, () => ({event: 'mutation', id, data: data()}))
  })
}

/** Returns the transition from the listener's view: a document that stops matching has disappeared. */
function transitionOf(
  {before, after}: Change,
  matches: (document: StoredDocument) => boolean,
): 'appear' | 'update' | 'disappear' | undefined {
  const matchedBefore = before !== undefined && matches(before)
  const matchesNow = after !== undefined && matches(after)
  if (matchedBefore && matchesNow) return 'update'
  if (matchesNow) return 'appear'
  return matchedBefore ? 'disappear' : undefined
}
