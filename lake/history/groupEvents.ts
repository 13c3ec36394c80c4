import {draftIdOf, publishedIdOf, variantOf} from '../documentId.ts'
import type {Change, LoggedTransaction} from '../store/store.ts'

/** An event in the life of a document. Edits in between are in its transactions. */
export interface GroupEvent {
  type:
    | 'createDocumentVersion'
    | 'deleteDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentGroup'
    | 'createLiveDocument'
    | 'updateLiveDocument'
  /** The published id. */
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
 * Returns the events of one transaction for the document, draft or version with the given id.
 *
 * Neither the hosted service nor the lake logs actions. They are derived from the documents that changed
 * together.
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
  const version =
    variant.kind === 'published' ? changedVersion(transaction, publishedId) : changeOf(id)
  const versionFields = version && {
    versionId: version.documentId,
    versionRevisionId: version.after?._rev ?? version.before?._rev ?? '',
    ...releaseOf(version.documentId),
  }
  if (version && versionFields && isDeletion(version) && published?.after) {
    const publishCause = versionFields.releaseId ? 'release.publish' : 'document.publish'
    return [
      {
        type: 'publishDocumentVersion',
        ...common,
        ...versionFields,
        revisionId: transaction.id,
        publishCause,
      },
    ]
  }
  if (variant.kind === 'published') {
    if (!published) return []
    if (isDeletion(published)) {
      return versionFields && version?.after
        ? [{type: 'unpublishDocument', ...common, ...versionFields}]
        : [{type: 'deleteDocumentGroup', ...common}]
    }
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return [{type, ...common, revisionId: transaction.id}]
  }
  // The deletion of the published document is no event of its draft. The Studio shows the last revision of a
  // deleted draft, and finds none if the newest event is of the published document.
  if (!version || !versionFields) return []
  if (isDeletion(version)) return [{type: 'deleteDocumentVersion', ...common, ...versionFields}]
  // The page of an unpublished document says so.
  if (!version.before && published && isDeletion(published)) {
    return [{type: 'unpublishDocument', ...common, ...versionFields}]
  }
  return version.before ? [] : [{type: 'createDocumentVersion', ...common, ...versionFields}]
}

/** Returns the draft or version that a transaction published, or created when it unpublished the document. */
function changedVersion(transaction: LoggedTransaction, publishedId: string): Change | undefined {
  const draft = draftIdOf(publishedId)
  const others = transaction.changes.filter(
    ({documentId}) => documentId !== publishedId && publishedIdOf(documentId) === publishedId,
  )
  return others.find(({documentId}) => documentId === draft) ?? others[0]
}

function isDeletion(change: Change): boolean {
  return change.before !== undefined && change.after === undefined
}

function releaseOf(id: string): {releaseId?: string} {
  const variant = variantOf(id)
  return variant.kind === 'version' ? {releaseId: variant.release} : {}
}
