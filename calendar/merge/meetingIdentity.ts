/**
 * A meeting over time, so that one decision holds for each of its dates:
 * - `document`: a session, a series or a working group, by the id of its document;
 * - `feed-event`: an event of a calendar, by the id of the calendar document and the UID of the event. All
 *   UIDs of one lineage are one meeting.
 */
export type MeetingIdentity =
  | {kind: 'document'; id: string}
  | {kind: 'feed-event'; calendarId: string; uid: string}
