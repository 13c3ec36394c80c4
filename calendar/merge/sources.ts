import type {Recurrence} from '../time/index.ts'
import type {CalendarProblem, FeedProblem, FeedProblemCode} from '../problems.ts'
import type {Calendar} from '../types.ts'

/**
 * What can be merged: calendars of others, the meetings that editors keep, and the dates on which
 * a series or a working group meets by its rule. Plain shapes, so that whoever has events of
 * another make can hand them in too.
 */
export type EventSource = FeedSource | FailedFeedSource | TouchpointsSource | CadencesSource

/** A feed that could be read, now or as its last good copy. */
export interface FeedSource {
  kind: 'feed'
  /** What a legend toggles: the calendar document's id. */
  id: string
  title: string
  /** Whether it is the community's own calendar; its word counts before that of other feeds. */
  own: boolean
  /** Parsed text. It is asked for a little more than the window, see `mergeEvents`. */
  calendar: Pick<Calendar, 'between' | 'problems'>
  /** IANA id for events of which neither the feed nor the event itself names a zone. */
  timeZone?: string
  /**
   * By words in the title, case ignored: with an `include` only what one of them matches, and
   * nothing that an `exclude` matches.
   */
  titleFilters?: readonly TitleFilter[]
  /** What fetching has to tell, for example that a last good copy stands in. */
  problems?: readonly (FeedProblem | CalendarProblem)[]
}

export interface TitleFilter {
  action: 'include' | 'exclude'
  text: string
}

/** A feed of which there is nothing: it becomes a problem in the answer. */
export interface FailedFeedSource {
  kind: 'failed-feed'
  id: string
  title: string
  code: FeedProblemCode
  /** What is wrong and what to do. */
  message: string
}

export interface TouchpointsSource {
  kind: 'touchpoints'
  touchpoints: readonly TouchpointInput[]
}

/** A meeting that editors keep. Not limited to the window: a moved one may come into it. */
export interface TouchpointInput {
  /** The document's id. */
  id: string
  title: string
  slug?: string | null
  /** The page about it. */
  url?: string | null
  /** UTC instant. */
  start: string
  minutes: number
  /** IANA id of the zone that it is announced in. */
  timeZone: string
  status: 'planned' | 'confirmed' | 'cancelled' | 'held'
  cancelReason?: string | null
  summary?: string | null
  joinUrl?: string | null
  /** The UID of its event in a feed. */
  eventUid?: string | null
  seriesId?: string | null
  seriesTitle?: string | null
  audience?: string | null
}

export interface CadencesSource {
  kind: 'cadences'
  cadences: readonly CadenceInput[]
}

/** A rule by which meetings come, whether or not anyone has written them down. */
export interface CadenceInput {
  of: 'series' | 'working-group'
  /** The id of the series' or the working group's document. */
  id: string
  title: string
  recurrence: Recurrence
  minutes: number
  summary?: string | null
  url?: string | null
  joinUrl?: string | null
  audience?: string | null
}
