import {draftIdOf, publishedIdOf} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import {type GroupEvent, groupEvents} from './groupEvents.ts'

type History = Pick<Engine, 'store' | 'documents'>

/** Returns the events of a document, draft or version, the newest first. */
export function documentEvents(history: History, id: string): Iterable<GroupEvent> {
  const publishedId = publishedIdOf(id)
  if (id === publishedId) return eventsOf(history, id)
  const [last, first] = history.store.transactions([id], {reverse: true, limit: 2})
  if (last) {
    const wrote = first?.changes.some((change) => change.documentId === id && !change.before)
    const events = eventsOf(history, id)
    return first && wrote ? withCreationAsEdit(events, first.id) : events
  }
  // The Studio opens the draft of a deleted document. If there never was one, only this event says that the document
  // is deleted, and lets a person restore it.
  const [newest] = eventsOf(history, publishedId)
  return newest?.type === 'deleteDocumentGroup' ? [newest] : []
}

/**
 * Adds an edit if the newest event is the deletion of what was written only once. The Studio shows the deleted content
 * only if it finds an edit.
 */
function* withCreationAsEdit(
  events: Iterable<GroupEvent>,
  revision: string,
): Generator<GroupEvent> {
  let newest: GroupEvent | undefined
  for (const event of events) {
    newest ??= event
    yield event
    if (newest.type !== 'deleteDocumentVersion' || event.type !== 'createDocumentVersion') continue
    // After the creation, or the Studio removes it: they have one revision.
    if (event.versionRevisionId === revision) yield editOf(event, revision)
  }
}

function editOf(
  {documentId, timestamp, author, versionId, releaseId}: GroupEvent,
  revision: string,
) {
  return {
    type: 'editDocumentVersion',
    documentId,
    timestamp,
    author,
    ...(versionId !== undefined && {versionId}),
    ...(releaseId !== undefined && {releaseId}),
    revisionId: revision,
    contributors: [author],
    transactions: [{type: 'editTransaction', author, timestamp, revisionId: revision}],
  } satisfies GroupEvent
}

function* eventsOf({store, documents}: History, id: string): Generator<GroupEvent> {
  const draftId = draftIdOf(id)
  const group = [...new Set([id, publishedIdOf(id), draftId])]
  // From its present state back to how each transaction left it.
  let draft = documents.raw.byId(draftId)
  for (const transaction of store.transactions(group, {reverse: true})) {
    yield* groupEvents(transaction, id, draft)
    const change = transaction.changes.find(({documentId}) => documentId === draftId)
    if (change) draft = change.before
  }
}
