import type {StoredDocument} from '../document.ts'
import {draftIdOf, publishedIdOf, variantOf} from '../documentId.ts'
import type {Change, LoggedTransaction} from '../store/store.ts'

/** An event in the life of a document. Most edits in between are in its transactions only. */
export interface GroupEvent {
  type:
    | 'createDocumentVersion'
    | 'editDocumentVersion'
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
  /** Of an edit. */
  contributors?: string[]
  /** Of an edit. */
  transactions?: {type: 'editTransaction'; author: string; timestamp: string; revisionId: string}[]
}

/**
 * Returns the events of one transaction for the document, draft or version with the given id.
 *
 * Neither the hosted service nor the lake logs actions. They are derived from the documents that changed
 * together.
 *
 * @param draft - the draft as the transaction left it, changed by it or not
 */
export function groupEvents(
  transaction: LoggedTransaction,
  id: string,
  draft: StoredDocument | undefined,
): GroupEvent[] {
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
  const state = version?.after ?? version?.before
  const versionFields = state && fieldsOf(state)
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
      const kept = version?.after ?? draft
      // A group with a draft is not deleted. To unpublish a document with a draft leaves the draft as it is.
      return kept
        ? [{type: 'unpublishDocument', ...common, ...fieldsOf(kept)}]
        : [{type: 'deleteDocumentGroup', ...common}]
    }
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return [{type, ...common, revisionId: transaction.id}]
  }
  // The deletion of the published document is no event of its draft. The Studio shows the last revision of a
  // deleted draft, and finds none if the newest event is of the published document.
  if (!version || !versionFields) return []
  if (isDeletion(version)) {
    // Not the last revision with content: the Studio keeps one event of a revision, and needs the last edit to show
    // what was deleted.
    const revision = {versionRevisionId: transaction.id}
    return [{type: 'deleteDocumentVersion', ...common, ...versionFields, ...revision}]
  }
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

function fieldsOf({_id, _rev}: StoredDocument) {
  const variant = variantOf(_id)
  return {
    versionId: _id,
    versionRevisionId: _rev,
    ...(variant.kind === 'version' && {releaseId: variant.release}),
  }
}
