import type {MeetingsAnswer} from './loadMeetings.ts'

/**
 * Where the meetings page lies: editors can move it, and its touchpoints' pages move along. Without a
 * page document the place is the one that the schema suggests.
 */
export function pagePathOf(answer: MeetingsAnswer): string {
  return (answer.kind === 'meetings' && answer.meetings.page?.path) || '/community/meetings/'
}
