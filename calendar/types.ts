import type {CalendarProblem} from './problems.ts'

/**
 * One time that an event takes place.
 *
 * `start` and `end` come in three forms, told apart by `allDay` and `floating`:
 * - timed: a UTC instant, `2024-03-28T13:00:00Z`;
 * - all-day: a date, `2024-03-28`, `end` exclusive;
 * - floating (no zone given, RFC 5545 section 3.3.5 form 1): a local time without `Z`.
 */
export interface Occurrence {
  /** The component's UID; one derived from its content where the component has none. */
  uid: string
  /** Which occurrence of its recurring event this is (original start, same three forms). */
  recurrenceId?: string
  title: string
  start: string
  end: string
  allDay: boolean
  floating: boolean
  /** IANA id of the zone the organiser wrote the time in; absent when UTC, all-day or floating. */
  timeZone?: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  location?: string
  description?: string
  url?: string
  /** Where to join: CONFERENCE, a vendor's property, or a known meeting link in location or text. */
  joinUrl?: string
  categories: string[]
  organizer?: {name?: string; email?: string}
}

/** Parsed iCalendar text, ready to be asked for windows of time. Asking changes nothing. */
export interface Calendar {
  /** X-WR-CALNAME or NAME. */
  title?: string
  /** All that is wrong with the text; what a limit cuts from an answer stands in the answer. */
  problems: readonly CalendarProblem[]
  /** How many VEVENTs the text holds (masters and overrides). */
  eventCount: number
  /**
   * Occurrences that overlap the half-open window [from, to), by start, then uid.
   *
   * @param from - UTC instant (ISO 8601) or Date, inclusive.
   * @param to - likewise, exclusive.
   * @throws RangeError for what is no instant, a window that ends before it begins, no zone, no limit.
   */
  between(from: string | Date, to: string | Date, options?: BetweenOptions): OccurrencesResult
}

export interface BetweenOptions {
  /** The most occurrences to answer, the earliest; what it cuts is reported as a `limit` problem. */
  limit?: number
  /** The zone in which floating times and dates are compared with the window. Default: UTC. */
  timeZone?: string
}

export interface OccurrencesResult {
  occurrences: Occurrence[]
  /** What a limit cut off. */
  problems: CalendarProblem[]
}
