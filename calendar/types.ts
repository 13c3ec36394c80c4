import type {SafeUrl} from './links/index.ts'
import type {CalendarProblem} from './problems.ts'

/**
 * One time that an event takes place.
 *
 * `start` and `end` have one of three forms, depending on `allDay` and `floating`:
 * - timed: a UTC instant, `2024-03-28T13:00:00Z`;
 * - all-day: a date, `2024-03-28`, with an exclusive `end`;
 * - floating (without a zone, RFC 5545 section 3.3.5 form 1): a local time without `Z`.
 */
export interface Occurrence {
  /** The component's UID. If it has none, a UID derived from its content. */
  uid: string
  /** The original start of this occurrence of a recurring event, in one of the same three forms. */
  recurrenceId?: string
  /** SUMMARY; empty when the event has none. */
  title: string
  /** Start, in one of the three forms. */
  start: string
  /** End, in the same form as `start`; equal to it for an event without length. */
  end: string
  /** Whether `start` and `end` are dates. */
  allDay: boolean
  /** Whether `start` and `end` are local times without a zone. */
  floating: boolean
  /** IANA id of the zone in which the organizer wrote the time. Absent when UTC, all-day or floating. */
  timeZone?: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  /**
   * CLASS (RFC 5545 section 3.8.1.3): who the organizer meant the event for. Absent when that is everyone.
   * Values that the RFC does not know count as private, as it requires.
   */
  classification?: 'private' | 'confidential'
  location?: string
  /** DESCRIPTION as plain text: HTML is converted. */
  description?: string
  /** URL, when it can become a link. */
  url?: SafeUrl
  /** Link to join, from CONFERENCE, a vendor's property, or a known meeting link in location or text. */
  joinUrl?: SafeUrl
  categories: string[]
  organizer?: {name?: string; email?: string}
}

/** A parsed calendar. You can query it for any number of windows. */
export interface Calendar {
  /** X-WR-CALNAME or NAME. */
  title?: string
  /**
   * Everything wrong with the text. What a limit cuts from a result is listed in that result's
   * `problems`.
   */
  problems: readonly CalendarProblem[]
  /** Number of VEVENTs in the text, including changed occurrences. */
  eventCount: number
  /**
   * Returns the occurrences that overlap the half-open window [from, to), sorted by start, then by UID.
   *
   * @param from - UTC instant (ISO 8601) or Date, inclusive.
   * @param to - UTC instant (ISO 8601) or Date, exclusive.
   * @throws RangeError when an instant, the time zone or the limit is invalid, or `from` is after `to`.
   */
  between(from: string | Date, to: string | Date, options?: BetweenOptions): OccurrencesResult
}

/** Options of `Calendar.between`. */
export interface BetweenOptions {
  /**
   * Maximum number of occurrences to return; the earliest are kept. What it cuts off is reported as a
   * `limit` problem.
   */
  limit?: number
  /** IANA id of the zone in which floating times and dates are compared with the window. Defaults to UTC. */
  timeZone?: string
}

/** The result of `Calendar.between`. */
export interface OccurrencesResult {
  occurrences: Occurrence[]
  /** What a limit cut off from this result, and URLs of its events that cannot become links. */
  problems: CalendarProblem[]
}
