import type {Cadence} from '../time/index.ts'
import type {CalendarProblem, FeedProblem, FeedProblemCode} from '../problems.ts'
import type {Calendar} from '../types.ts'
import type {MeetingIdentity} from './meetingIdentity.ts'
import type {PublicationPolicy} from './publishable.ts'

/**
 * A source for `mergeEvents`: a feed, the touchpoints that editors keep, the cadences of series, or
 * the decisions of editors.
 *
 * These are plain objects, so that you can also pass events from elsewhere.
 */
export type EventSource =
  | FeedSource
  | FailedFeedSource
  | TouchpointsSource
  | CadencesSource
  | DecisionsSource

/** A feed that could be read, or that has a last good copy. */
export interface FeedSource extends PublicationPolicy {
  kind: 'feed'
  /** The calendar document's id. Filters use it. */
  id: string
  title: string
  /** Whether this is the community's own calendar. Its fields win over those of other feeds. */
  own: boolean
  /** The parsed calendar. It is queried for a slightly larger window, see `mergeEvents`. */
  calendar: Pick<Calendar, 'between' | 'problems'>
  /** IANA id of the zone for events without a zone. */
  timeZone?: string
  /**
   * Filters by text in the title, ignoring case. If there are `include` filters, an event must match
   * one of them. An event that matches an `exclude` filter is left out.
   */
  titleFilters?: readonly TitleFilter[]
  /** Problems from fetching the feed, for example that its last good copy is used. */
  problems?: readonly (FeedProblem | CalendarProblem)[]
}

/** A filter by text in the title. */
export interface TitleFilter {
  action: 'include' | 'exclude'
  text: string
}

/** A feed without a copy. It becomes a problem in the result. */
export interface FailedFeedSource {
  kind: 'failed-feed'
  id: string
  title: string
  code: FeedProblemCode
  /** What happened and what to do. */
  message: string
}

/** The touchpoints that editors keep. */
export interface TouchpointsSource {
  kind: 'touchpoints'
  touchpoints: readonly TouchpointInput[]
}

/** A touchpoint document. It may be outside of the window: a moved one may enter it. */
export interface TouchpointInput {
  /** The document's id. */
  id: string
  title: string
  slug?: string | null
  /** The address of its page. */
  url?: string | null
  /** UTC instant. */
  start: string
  /** Length in minutes. */
  minutes: number
  /** IANA id of the zone in which it is announced. */
  timeZone: string
  status: 'planned' | 'confirmed' | 'cancelled' | 'held'
  cancelReason?: string | null
  summary?: string | null
  joinUrl?: string | null
  /** UID of its event in a feed. */
  eventUid?: string | null
  seriesId?: string | null
  seriesTitle?: string | null
  /** The id of the group that meets. Absent for the community's own sessions. */
  groupId?: string | null
  audience?: string | null
}

/** The cadences of series. */
export interface CadencesSource {
  kind: 'cadences'
  cadences: readonly CadenceInput[]
}

/** What editors decided about meetings that look alike. */
export interface DecisionsSource {
  kind: 'decisions'
  decisions: readonly DecisionInput[]
}

/** A series with its cadence. */
export interface CadenceInput {
  /** The id of the series document. */
  id: string
  title: string
  cadence: Cadence
  /** `standing`: each date takes place unless it is cancelled. `scheduled`: each session needs a touchpoint. */
  meets: 'standing' | 'scheduled'
  /** The id of the group that meets. Absent for the community's own series. */
  groupId?: string | null
  /** Length of each meeting, in minutes. */
  minutes: number
  summary?: string | null
  url?: string | null
  joinUrl?: string | null
  audience?: string | null
  /** The calendar document of the feed that has its events. Without one, the calendar is recognized by its dates. */
  calendarId?: string | null
  /** UID of its event in that feed. With both, the event and the cadence are one meeting. */
  eventUid?: string | null
}

/** An editor's decision about two meetings that look alike. */
export interface DecisionInput {
  /** `same`: they are one meeting. `different`: they are two, although they look like one. */
  verdict: 'same' | 'different'
  meetings: readonly [MeetingIdentity, MeetingIdentity]
}
