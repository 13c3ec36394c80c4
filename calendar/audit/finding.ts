/** The codes of `Finding`, by what the statements about a meeting contradict. */
export const findingCodes = [
  'removed', // a calendar leaves out a date that a cadence or a session still announces
  'cancelled', // cancelled in one source only
  'moved', // one date at two times
  'retimed', // a whole series at another time than announced
  'wrong-zone', // the sources agree until the clocks change
  'ended', // a calendar has no more events of a meeting that goes on
  'never-listed', // no calendar of the community has this meeting
  'no-upcoming-events', // a calendar without events ahead
  'unreadable-calendar', // a calendar that could not be read, or is an old copy
  'stale-copy', // a calendar has an old copy of a series that was changed elsewhere
  'dead-link', // sessions name events that no calendar has
  'still-planned', // a past session that nobody marked as held or cancelled
  'shared-room', // two meetings in one room at one time
  'other-room', // one meeting with two rooms
  'dead-room', // a join link that leads nowhere, or not to a meeting
  'possible-duplicate', // two events that may be one
  'possible-move', // one title at two times of a day
  'page-differs', // a page names another time
  'unreadable-page', // a page that could not be read
  'unused-silence', // a silence without a finding, or after its last day
  'differs', // sources differ in title, length, place or status
] as const

export type FindingCode = (typeof findingCodes)[number]

/**
 * How urgent a finding is:
 * - `error`: visitors see a wrong time, or nothing;
 * - `warning`: sources contradict each other, and somebody has to decide;
 * - `info`: a difference that visitors don't notice.
 */
export type FindingLevel = 'error' | 'warning' | 'info'

/** A source of a statement: a document, a calendar or a page. */
export interface FindingSource {
  kind: 'cadence' | 'session' | 'calendar' | 'page'
  /** The document's id. A page's id is its address. */
  id: string
  name: string
}

/** Statements about a meeting that contradict each other, or that nobody keeps current. */
export interface Finding {
  code: FindingCode
  level: FindingLevel
  sources: FindingSource[]
  /** The dates in question, as `YYYY-MM-DD`, sorted. Empty when it is not about dates. */
  dates: string[]
  /** What is wrong, why it matters, and what to do. */
  message: string
  /** Equal in each audit until the contradiction is gone, also when its dates change. Use it to silence it. */
  key: string
}
