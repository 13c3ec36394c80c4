import type {Action} from '../actions/action.ts'
import {draftIdOf, publishedIdOf} from '../documentId.ts'
import {InvalidInputFault} from '../faults.ts'
import type {Schedule} from './schedule.ts'

/**
 * Returns the actions of a schedule. A document that is already as scheduled needs none.
 *
 * @param exists - whether there is a document with an id
 * @throws InvalidInputFault if a document does not exist at all
 */
export function actionsOf(
  {action, documents}: Pick<Schedule, 'action' | 'documents'>,
  exists: (id: string) => boolean,
): Action[] {
  return documents.flatMap(({documentId}): Action[] => {
    const publishedId = publishedIdOf(documentId)
    const draftId = draftIdOf(documentId)
    const [hasDraft, isPublished] = [exists(draftId), exists(publishedId)]
    if (!hasDraft && !isPublished) {
      throw new InvalidInputFault(`The document "${publishedId}" does not exist.`)
    }
    if (action === 'publish') {
      return hasDraft ? [{actionType: 'sanity.action.document.publish', draftId, publishedId}] : []
    }
    return isPublished
      ? [{actionType: 'sanity.action.document.unpublish', draftId, publishedId}]
      : []
  })
}
