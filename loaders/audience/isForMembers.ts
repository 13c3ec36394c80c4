import {propertyAt} from '../results/path.ts'

/**
 * Returns whether a document is about meetings for members: a session or a series with that audience, a
 * group with such a series, the recording of such a session.
 */
export function isForMembers(document: unknown): boolean {
  return (
    isMembers(document) ||
    propertyAt(document, 'hasMembersMeetings') === true ||
    isMembers(propertyAt(document, 'touchpoint'))
  )
}

function isMembers(value: unknown): boolean {
  return propertyAt(value, 'audience') === 'members'
}
