import type {MeetingIdentity} from './merge/meetingIdentity.ts'

/**
 * A problem with a calendar, touchpoint or cadence: it could not be used, or it contradicts another
 * source.
 */
export type CalendarsProblem =
  | CalendarProblem
  | DisagreementProblem
  | DocumentProblem
  | FeedProblem
  | ReviewProblem

/**
 * A stored document that does not match its view. The document is left out of the result; the rest of
 * the list is not affected.
 */
export interface DocumentProblem {
  kind: 'document'
  documentId: string
  documentType: string
  /**
   * Path in the view's value, such as `schedule.start` or `guests[1].guest.name`. Empty for the whole
   * document.
   */
  path: string
  message: string
  /** Link to the document in the Studio. Absent when the loader does not know the Studio's address. */
  studioUrl?: string
}

/** A problem in iCalendar text: something is invalid, was read leniently, or was cut off by a limit. */
export interface CalendarProblem {
  kind: 'calendar'
  code:
    | 'not-a-calendar'
    | 'empty'
    | 'truncated'
    | 'bad-characters'
    | 'bad-line'
    | 'bad-component'
    | 'bad-date'
    | 'bad-duration'
    | 'bad-recurrence'
    | 'unknown-time-zone'
    | 'ends-before-start'
    | 'unsafe-link'
    | 'limit'
  message: string
  /** 1-based line of the text before unfolding, when known. */
  line?: number
  uid?: string
  /** The id of the feed. Set when several feeds are merged. */
  source?: string
}

/**
 * A feed that could not be read, or that sent a new copy that was rejected in favor of the last good
 * one.
 */
export interface FeedProblem {
  kind: 'feed'
  /** The id of the feed's calendar document. */
  source: string
  code: FeedProblemCode
  message: string
  /** The age in seconds of the last good copy that is served instead. Absent when there is none. */
  staleSeconds?: number
}

/** The codes of `FeedProblem`. */
export const feedProblemCodes = [
  'invalid-url', // not an https: or webcal: link
  'blocked-address', // a private or reserved address, or http: without encryption
  'unreachable',
  'timeout',
  'deadline-exceeded', // not read by the deadline; the download continues
  'too-large',
  'too-many-redirects',
  'http-status',
  'content-type', // a calendar with a different Content-Type
  'not-a-calendar',
  'truncated',
  'event-loss', // most events are suddenly missing
  'too-expensive', // reading it took too long or too much memory, and was ended
  'cache', // the cache could not be read or written
] as const

/**
 * Returns whether this problem means that events are missing or outdated.
 *
 * The other codes don't affect visitors. They concern the owner of the feed (`content-type`) or of the
 * site (`cache`).
 */
export function hidesEvents({code}: FeedProblem): boolean {
  return code !== 'content-type' && code !== 'cache'
}

export type FeedProblemCode = (typeof feedProblemCodes)[number]

/** Sources of one event that contradict each other in a field. */
export interface DisagreementProblem {
  kind: 'disagreement'
  eventId: string
  /** Name of the field, such as `start` or `joinUrl`. */
  field: string
  /** The value of each source, by its key. */
  values: {source: string; value: string}[]
  message: string
}

/** Sources that may contradict each other about which meetings there are. An editor has to look. */
export type ReviewProblem = ResemblanceProblem | SilenceProblem

/** Two events that may be one. An editor can decide it once for all their dates. */
export interface ResemblanceProblem extends ReviewFields {
  code:
    | 'possible-duplicate' // one room with unlike titles, or one title in two rooms
    | 'possible-move' // one title at two times of a day in two sources
  /** What a decision about the two events has to name, in the order of `sources`. See `DecisionInput`. */
  meetings: [MeetingIdentity, MeetingIdentity]
}

/** What a calendar says by leaving something out, or by keeping something old. */
export interface SilenceProblem extends ReviewFields {
  code:
    | 'removed-dates' // a calendar leaves out dates of a cadence that it otherwise holds
    | 'calendar-ended' // a calendar has no more events of a cadence that goes on
    | 'stale-copy' // a calendar has an old copy of a series that was changed elsewhere
}

interface ReviewFields {
  kind: 'review'
  /** Ids of the events, documents or feeds in question. */
  sources: string[]
  /** The dates in question, as `YYYY-MM-DD` or UTC instants. */
  dates: string[]
  /** What is in doubt, what visitors see, and what to do. */
  message: string
}
