import type {FeedHealth} from './fetch/feedHealth.ts'
import type {DecisionInput} from './merge/sources.ts'
import type {MergedEvent} from './merge/mergedEvent.ts'
import type {PublicationPolicy} from './merge/publishable.ts'
import type {CadenceInput, TouchpointInput} from './merge/sources.ts'
import type {CalendarsProblem} from './problems.ts'

/**
 * Reads feeds and merges them with touchpoints and cadences.
 *
 * A port: the loader's core has no iCalendar parser and sends no request except its query. To get
 * events, pass an implementation to the loader. `feedCalendars` in `@touchpoints/calendar/fetch` is the
 * one for Node, and `plainCalendars` in `@touchpoints/calendar/fetch/plain` the one for workers and
 * browsers.
 *
 * It rejects only for an invalid window, and with the reason of `signal`. A feed that fails becomes a
 * problem in the result.
 */
export type CalendarReader = (request: CalendarsRequest) => Promise<CalendarsResult>

/** The input of a `CalendarReader`. */
export interface CalendarsRequest {
  /** The feeds to read: those of enabled calendars. */
  feeds: CalendarFeed[]
  touchpoints: TouchpointInput[]
  cadences: CadenceInput[]
  /** What editors decided about meetings that look alike. Defaults to none. */
  decisions?: DecisionInput[]
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
  /** IANA id of the zone in which dates and floating times are compared with the window. Defaults to UTC. */
  timeZone?: string
  /** The current time, as a UTC instant. */
  now: string
  /** Maximum number of events, see `MergeOptions.limit`. Defaults to no limit. */
  limit?: number
  /** Ends the wait: the reader rejects with its reason. Defaults to waiting as long as the reader does. */
  signal?: AbortSignal | undefined
}

/** The feed of a calendar document. */
export interface CalendarFeed extends PublicationPolicy {
  /** The calendar document's id. */
  id: string
  title: string
  /** An https:// or webcal:// address. */
  feedUrl: string
  /** Whether this is the community's own calendar. Its fields win over those of other feeds. */
  own: boolean
  /** IANA id of the zone for events without a zone. */
  timeZone?: string
  /** Filters by text in the title, see `FeedSource.titleFilters`. */
  titleFilters: {action: 'include' | 'exclude'; text: string}[]
}

/** The output of a `CalendarReader`. */
export interface CalendarsResult {
  events: MergedEvent[]
  problems: CalendarsProblem[]
  /** Number of events that `limit` left out. Absent when none. */
  omitted?: number
  /** UTC instant at which the same call returns a different result. Absent when none is known. */
  nextChangeAt?: string
  /** The health of each feed. Absent when the reader does not report it. */
  feeds?: FeedReport[]
}

/** The health of one feed. */
export interface FeedReport {
  /** The calendar document's id. */
  id: string
  title: string
  health: FeedHealth
}
