import type {SafeUrl} from '../links/index.ts'

/**
 * One event, merged from one or more sources.
 *
 * `kind` is its most detailed source: a touchpoint that editors keep, an event of a feed, or a date of
 * a cadence. `start` and `end` have the three forms of `Occurrence`.
 */
export type MergedEvent = TouchpointEvent | FeedEvent | CadenceEvent

/** An event that editors keep as a touchpoint, possibly merged with feeds. */
export interface TouchpointEvent extends EventFields {
  kind: 'touchpoint'
  touchpoint: {
    id: string
    slug?: string
    status: 'planned' | 'confirmed' | 'cancelled' | 'held'
  }
}

/** An event that is in one or more feeds, but not a touchpoint. */
export interface FeedEvent extends EventFields {
  kind: 'feed'
}

/** A date of a cadence without a touchpoint or feed event. */
export interface CadenceEvent extends EventFields {
  kind: 'cadence'
}

/** The fields of every merged event. */
export interface EventFields {
  /** Stable across results. Use it as a key; it has no meaning for people. */
  id: string
  title: string
  start: string
  end: string
  allDay: boolean
  floating: boolean
  /** IANA id of the zone in which it is announced. Absent when all-day, floating or unknown. */
  timeZone?: string
  /**
   * `to-be-announced` means that a scheduled series meets on that date by its cadence, and nothing else is
   * known yet. A date that an editor skipped is `cancelled`.
   */
  status: 'confirmed' | 'tentative' | 'cancelled' | 'to-be-announced'
  /** The reason for cancelling, if an editor entered one. */
  cancelReason?: string
  /** Plain text: the editors' summary, otherwise the feed's description. */
  description?: string
  location?: string
  /** Page about the event. */
  url?: SafeUrl
  /** Link to join. */
  joinUrl?: SafeUrl
  /** Categories of all its feed events, without duplicates. */
  categories: string[]
  organizer?: {name?: string; email?: string}
  audience?: string
  series?: {id: string; title?: string}
  /** The document of the group that meets. Absent for the community's own meetings. */
  groupId?: string
  /** Ids of the feeds that have the event, for filters. Empty when no feed has it. */
  calendarIds: string[]
  /** Every source of the event, by descending priority. */
  sources: EventOrigin[]
  /** The reasons for merging the sources. Empty when there is only one. */
  joins: Join[]
  /** Events that look like the same meeting. Absent when there are none. */
  lookalikes?: Lookalike[]
}

/** Another event that looks like the same meeting. Both are shown. */
export interface Lookalike {
  id: string
  title: string
  start: string
  /** `open`: a problem asks an editor whether they are one meeting. `different`: an editor decided that they are two. */
  verdict: 'open' | 'different'
}

/** One source of a merged event, with its own title, start and end. */
export type EventOrigin = TouchpointOrigin | FeedOrigin | CadenceOrigin

interface OriginFields {
  key: string
  title: string
  start: string
  end: string
  /** The fields of the event that come from this source. Absent when it is the only source. */
  gives?: GivenField[]
}

/** A field of a merged event that one of its sources gives. `time` is its start and end. */
export type GivenField = 'title' | 'time' | 'description' | 'location' | 'url' | 'joinUrl'

export interface TouchpointOrigin extends OriginFields {
  kind: 'touchpoint'
  touchpointId: string
  /** The date of its series that the session fills, with the start that the cadence gives. */
  fills?: {id: string; title: string; start: string}
}

export interface FeedOrigin extends OriginFields {
  kind: 'feed'
  calendarId: string
  calendarTitle: string
  own: boolean
  uid: string
  recurrenceId?: string
  /** What the feed says about the event. Absent when that is `confirmed`. */
  status?: 'tentative' | 'cancelled'
  /** Whether only its time is published, because the feed says that it is not public. */
  busy?: true
}

export interface CadenceOrigin extends OriginFields {
  kind: 'cadence'
  /** The id of the series document. */
  id: string
  /** What an editor says about the date in the cadence. */
  change?: 'moved' | 'skipped'
  /**
   * What the calendar of the series says by leaving out the date: `removed` has dates before and after it,
   * `ended` has none any more.
   */
  silence?: 'removed' | 'ended'
}

/** The reason for merging two sources of an event. Reasons are listed from strongest to weakest. */
export interface Join {
  /** Keys of the two sources in `sources`. */
  sources: [string, string]
  reason:
    | 'linked' // the touchpoint names the feed event's UID
    | 'decided' // an editor decided that they are one meeting, or a series names the feed event
    | 'same-uid' // two feeds have the same UID and recurrence
    | 'moved-date' // the calendar of the series has the date at another time
    | 'same-join-link' // same start and same join link
    | 'same-title' // same start and nearly the same title
    | 'same-series' // same start, and the session's series has the title of the own feed's event
  /** Similarity of the titles, 0 to 1. Only for `same-title`. */
  similarity?: number
}
