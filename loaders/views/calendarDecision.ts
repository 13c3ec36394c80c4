import {decisionVerdict, eventUid, instant} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'

const decidedMeetingView = z.object({
  documentId: field({path: 'document._ref'}, z.nullable(z.string())),
  calendarId: field({path: 'calendar._ref'}, z.nullable(z.string())),
  eventUid: z.nullable(eventUid),
})

export const calendarDecisionView = z.object({
  _id: z.string(),
  _type: z.literal('calendarDecision'),
  updatedAt: field({path: '_updatedAt'}, instant),
  verdict: decisionVerdict,
  first: decidedMeetingView,
  second: decidedMeetingView,
})

/** One of the two meetings of a decision: a document, or an event of a calendar. */
export interface DecidedMeeting {
  /** Id of a session, series or working group. Null for an event of a calendar. */
  documentId: string | null
  /** Id of the calendar document that has the event. Null for a document. */
  calendarId: string | null
  /** UID of the event in that calendar. It names all dates of a series. Null for a document. */
  eventUid: string | null
}

/** What an editor decided about two meetings that look alike. */
export interface CalendarDecision {
  /** Document id. */
  _id: string
  _type: 'calendarDecision'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Whether they are one meeting, for all their dates. */
  verdict: 'same' | 'different'
  first: DecidedMeeting
  second: DecidedMeeting
}
