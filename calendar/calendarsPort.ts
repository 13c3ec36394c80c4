import type {FeedHealth} from './fetch/feedHealth.ts'
import type {MergedEvent} from './merge/mergedEvent.ts'
import type {CadenceInput, TouchpointInput} from './merge/sources.ts'
import type {CalendarsProblem} from './problems.ts'

/**
 * Reads feeds and merges them with what editors keep. The loader's core knows no iCalendar and makes
 * no request but its query; whoever wants events hands this in. `@touchpoints/calendar/fetch` has one for
 * Node (`feedCalendars`).
 *
 * It rejects only for a window that is none. A feed that fails is a problem in the answer.
 */
export type CalendarReader = (asked: CalendarsRequest) => Promise<CalendarsResult>

export interface CalendarsRequest {
  /** The feeds to read: those of enabled calendars. */
  feeds: CalendarFeed[]
  touchpoints: TouchpointInput[]
  cadences: CadenceInput[]
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
  /** IANA id of the zone in which dates and floating times are compared with the window. */
  timeZone?: string
  /** UTC instant that counts as the present. */
  now: string
}

export interface CalendarFeed {
  /** The calendar document's id. */
  id: string
  title: string
  /** https:// or webcal:// */
  feedUrl: string
  /** The community's own: its word counts before that of other feeds. */
  own: boolean
  /** IANA id for events whose feed names no zone. */
  timeZone?: string
  titleFilters: {action: 'include' | 'exclude'; text: string}[]
}

export interface CalendarsResult {
  events: MergedEvent[]
  problems: CalendarsProblem[]
  /** UTC instant at which the same call gives another answer; absent when none is known. */
  nextChangeAt?: string
  /** How each feed asked is doing; absent when whoever reads them does not say. */
  feeds?: FeedReport[]
}

export interface FeedReport {
  /** The calendar document's id. */
  id: string
  title: string
  health: FeedHealth
}
