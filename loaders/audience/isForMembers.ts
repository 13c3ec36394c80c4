import {propertyAt} from '../results/path.ts'

/** The property of a document in a custom view that says whether it is for members. No view returns it. */
export const membersMark = '_isForMembers'

/** GROQ expression for `membersMark`. */
export const membersExpression =
  'select(_type=="workingGroup"=>count(*[references(^._id)&&_type=="series"&&audience=="members"])>0,_type=="recording"=>touchpoint->audience=="members",audience=="members")'

/**
 * Returns whether a document is about meetings for members: a session or a series with that audience, a
 * group with such a series, the recording of such a session.
 */
export function isForMembers(document: unknown): boolean {
  return (
    isMembers(document) ||
    propertyAt(document, membersMark) === true ||
    propertyAt(document, 'hasMembersMeetings') === true ||
    isMembers(propertyAt(document, 'touchpoint'))
  )
}

function isMembers(value: unknown): boolean {
  return propertyAt(value, 'audience') === 'members'
}
