/** What of calendars, touchpoints and cadences could not be used, or contradicts something else. */
export type CalendarsProblem = CalendarProblem | DisagreementProblem | DocumentProblem | FeedProblem

/** A stored document that its view cannot take. The document is left out, its list is not. */
export interface DocumentProblem {
  kind: 'document'
  documentId: string
  documentType: string
  /** Where in the view's value, e.g. `schedule.start` or `guests[1].guest.name`; '' for the whole. */
  path: string
  message: string
  /** Opens the document in the Studio, when the loader knows where the Studio is. */
  studioUrl?: string
}

/** Something in iCalendar text that cannot be used, was read leniently, or that a limit cut off. */
export interface CalendarProblem {
  kind: 'calendar'
  code:
    | 'not-a-calendar'
    | 'empty'
    | 'truncated'
    | 'bad-line'
    | 'bad-component'
    | 'bad-date'
    | 'bad-duration'
    | 'bad-recurrence'
    | 'unknown-time-zone'
    | 'ends-before-start'
    | 'limit'
  message: string
  /** 1-based line of the text, before unfolding, where it is known. */
  line?: number
  uid?: string
  /** The id of the feed it came from; set by whoever merges several. */
  source?: string
}

/** A feed that could not be read now, or whose new copy was refused for the last good one. */
export interface FeedProblem {
  kind: 'feed'
  /** The id of the calendar whose feed it is. */
  source: string
  code: FeedProblemCode
  message: string
  /** The age of the copy served in its stead, in seconds; absent when there is none. */
  staleSeconds?: number
}

export const feedProblemCodes = [
  'invalid-url', // no https: or webcal: link
  'blocked-address', // it leads to a private or reserved address, or to one without encryption
  'unreachable',
  'timeout',
  'deadline-exceeded', // not there by the deadline; still being read
  'too-large',
  'too-many-redirects',
  'http-status',
  'content-type', // a calendar, but sent as something else
  'not-a-calendar',
  'truncated',
  'event-loss', // suddenly most of its events are gone
  'cache', // the cache could not be read or written
] as const

/**
 * Whether a calendar's events are missing or outdated because of it. Otherwise they are as they should
 * be, and the problem is for whoever runs the feed or the site.
 */
export function hidesEvents({code}: FeedProblem): boolean {
  return code !== 'content-type' && code !== 'cache'
}

export type FeedProblemCode = (typeof feedProblemCodes)[number]

/** Several sources describe one event and differ. */
export interface DisagreementProblem {
  kind: 'disagreement'
  eventId: string
  field: string
  values: {source: string; value: string}[]
  message: string
}
