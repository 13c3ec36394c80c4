import {type Fields, scheduleOf, textOf} from '@touchpoints/schemas/reading'

/**
 * Returns whether there is something to cancel: a session that is published, or that has a date. One that was just
 * begun is discarded instead.
 *
 * @param document - the newest form of the session
 * @param isPublished - whether visitors have seen it
 */
export function mayBeCanceled(document: Fields, isPublished: boolean): boolean {
  if (document['status'] === 'cancelled' || document['status'] === 'held') return false
  if (textOf(document['_id']) === undefined) return false
  return isPublished || scheduleOf(document['schedule'])?.start !== undefined
}
