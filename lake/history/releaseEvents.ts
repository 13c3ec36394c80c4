import {publishedIdOf, releaseDocumentId, variantOf} from '../documentId.ts'
import type {Change, LoggedTransaction} from '../store/store.ts'

/** Something that happened to a release, or to what is in it. */
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
      /** The id that the document has when published. */
      documentId: string
      documentType: string
      versionId: string
      revisionId: string
      versionRevisionId: string
    }
)

/** What one transaction meant for the release. Edits of its title are told by transactions. */
export function releaseEvents(transaction: LoggedTransaction, releaseName: string): ReleaseEvent[] {
  const common = {releaseName, timestamp: transaction.timestamp, author: transaction.author}
  const id = releaseDocumentId(releaseName)
  const release = transaction.changes.find(({documentId}) => documentId === id)
  const turn = release && turnOf(release)
  if (turn) return [{...common, ...turn}]
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

/** The release as a whole; its versions come and go with it, and are not told one by one. */
function turnOf({before, after}: Change) {
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
