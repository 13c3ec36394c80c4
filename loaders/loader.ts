import type {CalendarsResult} from '@touchpoints/calendar'

import type {Problem} from './problems.ts'
import type {TouchpointFilter} from './queries/touchpointsQuery.ts'
import type {Perspective} from './queryPort.ts'
import type {Calendar} from './views/calendar.ts'
import type {Guest} from './views/guest.ts'
import type {MeetingsPage} from './views/meetingsPage.ts'
import type {Recording} from './views/recording.ts'
import type {Series} from './views/series.ts'
import type {Touchpoint} from './views/touchpoint.ts'
import type {WorkingGroup} from './views/workingGroup.ts'

/**
 * What every method answers. What is wrong with the content is in `problems` and never an exception
 * (unless the loader is strict); an exception means that there is no answer at all, see errors.ts.
 */
export interface LoaderResult<Data> {
  data: Data
  problems: Problem[]
  /** What the answer depends on: it is stale once one of these is told by the live events. */
  syncTags: string[]
}

/** Reads a community's meetings. Each method is one query. */
export interface Loader {
  /** Everything that a meetings page shows. */
  meetingsPage(options?: MeetingsPageOptions): Promise<LoaderResult<Meetings>>
  /** Touchpoints by what the filter says; `total` counts them all, whatever `limit` is. */
  touchpoints(filter?: TouchpointFilter): Promise<LoaderResult<Touchpoint[]> & {total: number}>
  /** The next touchpoint of each series that has one, soonest first. None of them is cancelled. */
  nextTouchpoints(options?: NowOption): Promise<LoaderResult<Touchpoint[]>>
  series(): Promise<LoaderResult<Series[]>>
  guests(): Promise<LoaderResult<Guest[]>>
  workingGroups(): Promise<LoaderResult<WorkingGroup[]>>
  /** Newest first. */
  recordings(): Promise<LoaderResult<Recording[]>>
  /** The community's own first. */
  calendars(): Promise<LoaderResult<Calendar[]>>
  /**
   * The merged calendar: feeds, touchpoints and cadences, each meeting once.
   *
   * Asked with a `page`, it makes no query: the page's answer holds what it needs.
   *
   * @throws ConfigurationError when the loader was made without `calendars`
   */
  events(options: EventsOptions): Promise<Events>
  /** The same loader for drafts or a release. */
  preview(options: PreviewOptions): Loader
}

export interface NowOption {
  /** UTC instant that "next" and "past" look from. Default: the loader's `now`. */
  now?: string | undefined
}

export interface MeetingsPageOptions extends NowOption {
  /** How many upcoming touchpoints at most. Default 50; the next of each series comes in any case. */
  upcoming?: number
  /** How many past touchpoints at most. Default 12; `touchpoints({when: 'past', offset})` has more. */
  past?: number
  /** How many recordings at most, newest first. Default 200. */
  recordings?: number
  /**
   * UTC instants: the window for `events({page})`. Default: 31 days before `now` to 92 days after.
   */
  window?: TimeWindow
}

export interface TimeWindow {
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
}

export interface Meetings {
  /** UTC instant that "next" and "past" were looked at from. */
  now: string
  /** Null while no meetings page has been published. */
  page: MeetingsPage | null
  /** Each series with its next session, which is null when none is planned. */
  series: SeriesWithNext[]
  /** Not over yet, soonest first. Cancelled ones are among them. */
  upcoming: Touchpoint[]
  upcomingTotal: number
  /** Over, latest first. */
  past: Touchpoint[]
  pastTotal: number
  recordings: Recording[]
  recordingsTotal: number
  workingGroups: WorkingGroup[]
  calendars: Calendar[]
  /** What `events({page})` is made from; the touchpoints are those of the window and a month around it. */
  window: TimeWindow & {touchpoints: Touchpoint[]}
}

export interface SeriesWithNext extends Series {
  /** Not over yet, and not cancelled. */
  next: Touchpoint | null
}

export type EventsOptions = {
  /** IANA id of the zone in which dates and floating times are compared with the window. */
  timeZone?: string
} & (({page?: never} & TimeWindow & NowOption) | {page: Meetings})

export interface Events extends LoaderResult<CalendarsResult['events']> {
  /** UTC instant at which the same call gives another answer; absent when none is known. */
  nextChangeAt?: string
  /** How each feed is doing; absent when whoever reads them does not say. */
  feeds?: CalendarsResult['feeds']
}

export interface PreviewOptions {
  /** A token that may read drafts. It stays with whoever calls; never send it to a browser. */
  token: string
  /** Default `drafts`. */
  perspective?: Perspective
}
