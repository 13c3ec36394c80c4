import {fieldsOf, refOf, textOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a decision that does not name two meetings, so that it would say nothing. */
export const decisionRule = {
  code: 'incomplete-decision',
  check: ({first, second}) => {
    const meetings = {first: meetingOf(first), second: meetingOf(second)}
    const incomplete = (['first', 'second'] as const).filter((name) => !meetings[name])
    if (incomplete.length > 0) {
      return incomplete.map((name) => ({
        level: 'error',
        path: [name],
        message:
          'This names no meeting, so the decision would have no effect. Select a session or a series, or a calendar with the UID of its event.',
      }))
    }
    if (meetings.first !== meetings.second) return []
    const message = 'Both meetings are the same one. Select two meetings that look alike.'
    return [{level: 'error', path: ['second'], message}]
  },
} as const satisfies Rule

/** Returns a key of the meeting, or undefined if none or two are named. */
function meetingOf(value: unknown): string | undefined {
  const {document, calendar, eventUid} = fieldsOf(value)
  const [id, calendarId, uid] = [refOf(document), refOf(calendar), textOf(eventUid)]
  const isEvent = calendarId !== undefined && uid !== undefined
  if (id !== undefined) return calendarId === undefined && uid === undefined ? id : undefined
  return isEvent ? `${calendarId} ${uid}` : undefined
}
