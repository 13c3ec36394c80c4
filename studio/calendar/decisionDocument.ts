import type {DecisionInput} from '@touchpoints/calendar'

import type {ReviewedMeeting} from './reviewItems.ts'

export type Verdict = DecisionInput['verdict']

/**
 * Returns the document of a decision, without an id.
 *
 * Its references are weak: a session can be a draft, and deleting it must stay possible.
 */
export function decisionDocument(
  verdict: Verdict,
  [first, second]: readonly [ReviewedMeeting, ReviewedMeeting],
) {
  return {
    _type: 'calendarDecision',
    verdict,
    first: meetingOf(first),
    second: meetingOf(second),
  }
}

function meetingOf({identity, title}: ReviewedMeeting) {
  // The title of a feed can have line breaks and any length.
  const line = title.replaceAll(/\s+/g, ' ').trim().slice(0, 200).trim()
  const meeting = {_type: 'meetingIdentity', ...(line !== '' && {title: line})}
  if (identity.kind === 'document') return {...meeting, document: weakly(identity.id)}
  return {...meeting, calendar: weakly(identity.calendarId), eventUid: identity.uid}
}

function weakly(id: string) {
  return {_type: 'reference', _ref: id, _weak: true}
}
