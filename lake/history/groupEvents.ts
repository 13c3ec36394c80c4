import {draftIdOf, publishedIdOf, variantOf} from '../documentId.ts'
import type {Change, LoggedTransaction} from '../store/store.ts'

/** Something that happened to a document as a whole; edits in between are told by transactions. */
export interface GroupEvent {
  type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  /** The id that the document has when published. */
  documentId: string
  timestamp: string
  author: string
  versionId?: string
  versionRevisionId?: string
  revisionId?: string
  releaseId?: string
  publishCause?: 'document.publish' | 'release.publish'
}

/**
 * What one transaction meant for the document or draft with that id. The service does not log the
 * actions, and neither does the lake: they are told from what changed together.
 */
export function groupEvents(transaction: LoggedTransaction, id: string): GroupEvent[] {
  const variant = variantOf(id)
  const publishedId = publishedIdOf(id)
  const common = {
    documentId: publishedId,
    timestamp: transaction.timestamp,
    author: transaction.author,
  }
  const changeOf = (documentId: string) =>
    transaction.changes.find((change) => change.documentId === documentId)
  const published = changeOf(publishedId)
  const version = variant.kind === 'published' ? theVersion(transaction, publishedId) : changeOf(id)
  const versioned = version && {
    versionId: version.documentId,
    versionRevisionId: version.after?._rev ?? version.before?._rev ?? '',
    ...releaseOf(version.documentId),
  }
  if (version && versioned && isGone(version) && published?.after) {
    const publishCause = versioned.releaseId ? 'release.publish' : 'document.publish'
    return [
      {
        type: 'publishDocumentVersion',
        ...common,
        ...versioned,
        revisionId: transaction.id,
        publishCause,
      },
    ]
  }
  if (published && isGone(published)) {
    if (version && versioned && version.after) {
      return [{type: 'unpublishDocument', ...common, ...versioned}]
    }
    return [{type: 'deleteDocumentGroup', ...common}]
  }
  if (variant.kind === 'published') {
    if (!published) return []
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return [{type, ...common, revisionId: transaction.id}]
  }
  if (!version || !versioned) return []
  if (isGone(version)) return [{type: 'deleteDocumentVersion', ...common, ...versioned}]
  return version.before ? [] : [{type: 'createDocumentVersion', ...common, ...versioned}]
}

/** The draft or version that a transaction published, or that it left in the published one's place. */
function theVersion(transaction: LoggedTransaction, publishedId: string): Change | undefined {
  const draft = draftIdOf(publishedId)
  const others = transaction.changes.filter(
    ({documentId}) => documentId !== publishedId && publishedIdOf(documentId) === publishedId,
  )
  return others.find(({documentId}) => documentId === draft) ?? others[0]
}

function isGone(change: Change): boolean {
  return change.before !== undefined && change.after === undefined
}

function releaseOf(id: string): {releaseId?: string} {
  const variant = variantOf(id)
  return variant.kind === 'version' ? {releaseId: variant.release} : {}
}
