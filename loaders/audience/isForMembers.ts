import {propertyAt} from '../results/path.ts'

/**
 * Returns whether a document is about meetings for members: a session or a series with that audience, a
 * group with such a call, the recording of such a session.
 */
export function isForMembers(document: unknown): boolean {
  return [document, propertyAt(document, 'call'), propertyAt(document, 'touchpoint')].some(
    (part) => propertyAt(part, 'audience') === 'members',
  )
}
