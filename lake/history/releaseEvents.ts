import {publishedIdOf, releaseDocumentId, variantOf} from '../documentId.ts'
import type {Change, LoggedTransaction} from '../store/store.ts'

/** An event in the life of a release: of the release itself, or of a document in it. */
export type ReleaseEvent = {
  releaseName: string
  timestamp: string
  author: string
} & (
  | {type: 'createRelease' | 'publishRelease' | 'archiveRelease' | 'unarchiveRelease'}
  | {type: 'unscheduleRelease' | 'deleteRelease'}
  | {type: 'scheduleRelease'; publishAt: string}
  | {
      type: 'addDocumentToRelease' | 'discardDocumentFromRelease'
      /** The published id. */
      documentId: string
      documentType: string
      versionId: string
      revisionId: string
      versionRevisionId: string
    }
)

/** Returns the events of one transaction for a release. Edits of its metadata are in its transactions. */
export function releaseEvents(transaction: LoggedTransaction, releaseName: string): ReleaseEvent[] {
  const common = {releaseName, timestamp: transaction.timestamp, author: transaction.author}
  const id = releaseDocumentId(releaseName)
  const release = transaction.changes.find(({documentId}) => documentId === id)
  // Versions that change together with their release get no events of their own.
  const stateChange = release && stateChangeOf(release)
  if (stateChange) return [{...common, ...stateChange}]
  return transaction.changes.flatMap((change) => {
    const document = change.after ?? change.before
    const variant = variantOf(change.documentId)
    if (!document || variant.kind !== 'version' || variant.release !== releaseName) return []
    if (change.before && change.after) return []
    return {
      type: change.after ? 'addDocumentToRelease' : 'discardDocumentFromRelease',
      ...common,
      documentId: publishedIdOf(change.documentId),
      documentType: document._type,
      versionId: change.documentId,
      revisionId: transaction.id,
      versionRevisionId: document._rev,
    }
  })
}

function stateChangeOf({before, after}: Change) {
  if (!after) return {type: 'deleteRelease'} as const
  if (!before) return {type: 'createRelease'} as const
  const [from, to] = [before.state, after.state]
  if (to === 'scheduled') {
    if (from === to && before.publishAt === after.publishAt) return undefined
    return {type: 'scheduleRelease', publishAt: String(after.publishAt)} as const
  }
  if (from === to) return undefined
  if (to === 'published') return {type: 'publishRelease'} as const
  if (to === 'archived') return {type: 'archiveRelease'} as const
  if (from === 'archived') return {type: 'unarchiveRelease'} as const
  return {type: 'unscheduleRelease'} as const
}
