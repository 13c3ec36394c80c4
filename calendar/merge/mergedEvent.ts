/**
 * One event, whatever number of sources told of it.
 *
 * `kind` is the most that is known of it: a touchpoint that editors keep, an event of a feed, or
 * only a date that a cadence makes. `start` and `end` have the three forms of `Occurrence`.
 */
export type MergedEvent = TouchpointEvent | FeedEvent | CadenceEvent

export interface TouchpointEvent extends EventFields {
  kind: 'touchpoint'
  touchpoint: {
    id: string
    slug?: string
    status: 'planned' | 'confirmed' | 'cancelled' | 'held'
  }
}

export interface FeedEvent extends EventFields {
  kind: 'feed'
}

export interface CadenceEvent extends EventFields {
  kind: 'cadence'
}

export interface EventFields {
  /** The same in every answer that holds this event; safe as a key, not meant to be read. */
  id: string
  title: string
  start: string
  end: string
  allDay: boolean
  floating: boolean
  /** IANA id of the zone that it is announced in; absent when all-day, floating or not known. */
  timeZone?: string
  /** `to-be-announced`: the series meets on that date by its cadence, and no more is known yet. */
  status: 'confirmed' | 'tentative' | 'cancelled' | 'to-be-announced'
  /** Why it was cancelled, where an editor said. */
  cancelReason?: string
  /** A plain text about it: the editors' summary, else the feed's description. */
  description?: string
  location?: string
  url?: string
  joinUrl?: string
  categories: string[]
  organizer?: {name?: string; email?: string}
  audience?: string
  series?: {id: string; title?: string}
  workingGroup?: {id: string; title: string}
  /** The feeds that hold it: what a legend's toggles look at. Empty when no feed does. */
  calendarIds: string[]
  /** Every source that told of it, the one whose word counts most first. */
  sources: EventOrigin[]
  /** Why those were taken for one; empty when there is only one. */
  joins: Join[]
}

export type EventOrigin =
  | {kind: 'touchpoint'; key: string; touchpointId: string; title: string; start: string}
  | {
      kind: 'feed'
      key: string
      calendarId: string
      calendarTitle: string
      own: boolean
      uid: string
      recurrenceId?: string
      title: string
      start: string
    }
  | {
      kind: 'cadence'
      key: string
      of: 'series' | 'working-group'
      id: string
      title: string
      start: string
    }

/** Why two of an event's sources were taken for one. The strongest reason first: */
export interface Join {
  /** Their keys in `sources`. */
  sources: [string, string]
  because:
    | 'linked' // the touchpoint names the feed event's UID
    | 'same-uid' // one UID and one recurrence in two feeds
    | 'same-join-link' // one start and one link to join
    | 'same-title' // one start and nearly one title
  /** How alike the titles are, 0 to 1; only for `same-title`. */
  similarity?: number
}
