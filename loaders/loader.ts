import type {CalendarsResult} from '@touchpoints/calendar'

import type * as z from 'zod/mini'

import type {Audience} from './audience/audience.ts'
import type {Extended, Extension, NothingAdded} from './extension/extension.ts'
import type {LakeHealth} from './lake/lakeHealth.ts'
import type {Stale} from './stale.ts'
import type {Problem} from './problems.ts'
import type {RecordingFilter} from './queries/recordingsQuery.ts'
import type {SlugFilter} from './queries/slugQuery.ts'
import type {TouchpointFilter} from './queries/touchpointsQuery.ts'
import type {Perspective, QueryParam} from './lake/queryPort.ts'
import type {Calendar} from './views/calendar.ts'
import type {CalendarDecision} from './views/calendarDecision.ts'
import type {Community} from './views/community.ts'
import type {Guest} from './views/guest.ts'
import type {MeetingsPage} from './views/meetingsPage.ts'
import type {Recording} from './views/recording.ts'
import type {Series} from './views/series.ts'
import type {Touchpoint} from './views/touchpoint.ts'
import type {WorkingGroup} from './views/workingGroup.ts'

/**
 * What every method returns. Faults in the content are listed in `problems`; only a strict loader throws
 * for them. Any other error means that there is no result, see errors.ts.
 */
export interface LoaderResult<Data> {
  data: Data
  /** Content that was left out, with how to fix it. Empty when everything is valid. */
  problems: Problem[]
  /** Set when the result is an earlier one: `since` when, and why. Also in `problems`. See `lastGood`. */
  stale?: Stale
  /** Content that the result depends on. It becomes stale when a live event carries one of these tags. */
  syncTags: string[]
}

/** Options of every method that waits. */
export interface WaitOptions {
  /**
   * Ends the wait: the method rejects at once with the reason of the signal, and its query is canceled. With
   * `lastGood`, the query continues, because its result is for everyone.
   */
  signal?: AbortSignal | undefined
}

/**
 * Reads a community's meetings. Each method sends one query.
 *
 * @typeParam Extra - types of added fields, by document type. See `extension` of `createLoader`
 */
export interface Loader<Extra = NothingAdded> {
  /** Returns everything that a meetings page shows. */
  meetingsPage(options?: MeetingsPageOptions): Promise<LoaderResult<Extended<Meetings, Extra>>>
  /** Returns the touchpoints that match a filter. `total` counts all of them, regardless of `limit`. */
  touchpoints(
    filter?: TouchpointFilter & WaitOptions,
  ): Promise<LoaderResult<Extended<Touchpoint, Extra>[]> & {total: number}>
  /** Returns the next touchpoint of each series, soonest first. Cancelled ones are skipped. */
  nextTouchpoints(
    options?: NowOption & WaitOptions,
  ): Promise<LoaderResult<Extended<Touchpoint, Extra>[]>>
  /** Returns the community document, or null while none is published. */
  community(options?: WaitOptions): Promise<LoaderResult<Extended<Community, Extra> | null>>
  /** Returns all series, sorted by title, or the one with a slug. */
  series(filter?: SlugFilter & WaitOptions): Promise<LoaderResult<Extended<Series, Extra>[]>>
  /** Returns all guests, sorted by name, or the one with a slug. */
  guests(filter?: SlugFilter & WaitOptions): Promise<LoaderResult<Extended<Guest, Extra>[]>>
  /** Returns all working groups, sorted by title. */
  workingGroups(options?: WaitOptions): Promise<LoaderResult<Extended<WorkingGroup, Extra>[]>>
  /**
   * Returns all recordings, or those that match a filter, newest first. `total` counts all of them, regardless
   * of `limit`.
   */
  recordings(
    filter?: RecordingFilter & WaitOptions,
  ): Promise<LoaderResult<Extended<Recording, Extra>[]> & {total: number}>
  /** Returns all calendars, the community's own first. */
  calendars(options?: WaitOptions): Promise<LoaderResult<Extended<Calendar, Extra>[]>>
  /**
   * Returns the documents that a view describes, of any type: an added one, or a custom selection of fields.
   * The view is read as it is, without added fields.
   *
   * @param view - an object schema of zod or zod/mini. The literal of `_type` is the document type
   * @throws ConfigurationError when neither the view nor `type` names the document type
   * @example
   * const venueView = z.object({_type: z.literal('venue'), name: z.string()})
   * const {data} = await loader.read(venueView, {filter: 'capacity >= $people', params: {people: 40}})
   */
  read<View extends z.core.$ZodObject>(
    view: View,
    options?: ReadOptions,
  ): Promise<LoaderResult<z.core.output<View>[]> & {total: number}>
  /**
   * Returns the merged calendar of feeds, touchpoints and cadences. Each meeting appears once.
   *
   * With `page`, the data of `meetingsPage()`, it sends no query. A copy of that data, such as one from a
   * cache, needs a query when it contains meetings for members.
   *
   * Without the option `calendars` of the loader, it has touchpoints and cadences only.
   */
  events(options: EventsOptions): Promise<Events>
  /** What the project adds to the content. The calendar publishes its values. */
  readonly extension: Extension | undefined
  /** Returns the current time as a UTC instant: `now` of `createLoader`. */
  now(): string
  /** Returns the real time in milliseconds since 1970: `clock` of `createLoader`. */
  clock(): number
  /** Who may see the results. */
  readonly audience: Audience
  /** Returns the state of the Content Lake as last observed. Never waits and sends no query. */
  health(): LakeHealth
  /** Sends the smallest query, observes the result for two seconds at most, and returns it. Never throws. */
  check(): Promise<LakeHealth>
  /**
   * Returns the same loader in another language. Fields without a translation are in the default language.
   *
   * @param language - BCP 47 tag. `es-MX` falls back to `es`
   * @throws ConfigurationError when it is not a language tag
   */
  inLanguage(language: string): Loader<Extra>
  /** Returns the same loader for drafts or a release. */
  preview(options: PreviewOptions): Loader<Extra>
}

export interface ReadOptions extends WaitOptions {
  /** Document type. Defaults to the literal of `_type` in the view. */
  type?: string
  /** GROQ condition, such as `capacity >= $people`. Pass values as `params`, never within the text. */
  filter?: string
  /** Values for the parameters of `filter`. */
  params?: Readonly<Record<string, QueryParam>>
  /** GROQ sort keys, such as `name asc`. Defaults to the id. */
  order?: string
  /** Number of documents to skip. Defaults to 0. */
  offset?: number
  /** Maximum of documents to return. Defaults to all. */
  limit?: number
}

export interface NowOption {
  /** UTC instant that divides "next" from "past". Defaults to the loader's `now`. */
  now?: string | undefined
}

export interface MeetingsPageOptions extends NowOption, WaitOptions {
  /** Maximum of upcoming touchpoints. Defaults to 50. The next one of each series is always returned. */
  upcoming?: number
  /** Maximum of past touchpoints. Defaults to 12. `touchpoints({when: 'past', offset})` returns more. */
  past?: number
  /** Maximum of recordings, newest first. Defaults to 200. */
  recordings?: number
  /** Window for `events({page})`. Defaults to 31 days before `now` until 92 days after. */
  window?: TimeWindow
}

export interface TimeWindow {
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
}

/** Everything that a meetings page shows. */
export interface Meetings {
  /** UTC instant that divides "next" from "past". */
  now: string
  /** The community itself. Null while its document is not published. */
  community: Community | null
  /** Texts of the page. Null while no meetings page is published. */
  page: MeetingsPage | null
  /** All series, each with its next session. */
  series: SeriesWithNext[]
  /** Sessions that have not ended, soonest first. Includes cancelled ones. */
  upcoming: Touchpoint[]
  /** Number of all sessions that have not ended. */
  upcomingTotal: number
  /** Sessions that have ended, latest first. */
  past: Touchpoint[]
  /** Number of all sessions that have ended. */
  pastTotal: number
  /** Newest first. */
  recordings: Recording[]
  /** Number of all recordings. */
  recordingsTotal: number
  workingGroups: WorkingGroup[]
  calendars: Calendar[]
  /** What editors decided about meetings that look alike. Input of `events({page})`. */
  decisions: CalendarDecision[]
  /** Input of `events({page})`. The touchpoints include a month before and after the window. */
  window: TimeWindow & {touchpoints: Touchpoint[]}
}

/** A series with its next session. */
export interface SeriesWithNext extends Series {
  /** Its next session that is not cancelled. Null when none is planned. */
  next: Touchpoint | null
}

export type EventsOptions = WaitOptions & {
  /** IANA zone in which dates and floating times are compared with the window. */
  timeZone?: string
  /**
   * Maximum number of events: those of editors first, then the next ones of each calendar, the same
   * number for each. Defaults to no limit.
   */
  limit?: number
} & (({page?: never} & TimeWindow & NowOption) | {page: Meetings})

export interface Events extends LoaderResult<CalendarsResult['events']> {
  /** UTC instant at which the same call returns something else. Absent when none is known. */
  nextChangeAt?: string
  /** Number of events that `limit` left out. Absent when none. */
  omitted?: number
  /** State of each feed. Absent when the calendar reader does not report it. */
  feeds?: CalendarsResult['feeds']
}

export interface PreviewOptions {
  /** Token that may read drafts. Never send it to a browser. */
  token: string
  /** Perspective to read from. Defaults to `drafts`. */
  perspective?: Perspective
  /**
   * Who may see the results. Defaults to the audience of the loader, so that a preview shows what visitors
   * will see.
   */
  audience?: Audience
}
