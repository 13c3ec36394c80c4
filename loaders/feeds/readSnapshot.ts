import type {DocumentProblem, FeedReport, MergedEvent} from '@touchpoints/calendar'
import {hidesEvents} from '@touchpoints/calendar/problems'
import {feedWords} from '@touchpoints/words/plain'

import type {Stale} from '../stale.ts'
import {checkedInstant} from '../clock.ts'
import type {AdditionsOptions} from '../extension/additions.ts'
import type {Loader, Meetings, TimeWindow, WaitOptions} from '../loader.ts'
import {
  abortSignal,
  callback,
  checkOptions,
  instant,
  record,
  text,
  type Checks,
} from '../options/optionChecks.ts'
import type {Problem} from '../problems.ts'
import type {RecordingDetails} from './documents.ts'
import {eventsDocument} from './eventsDocument.ts'
import type {EventsDocument, PublishedCalendar} from './eventsFormat.ts'
import {publishedEvents} from './publishedEvents.ts'

/** Everything that a site publishes, as of one moment. Each feed is a format of it. */
export interface CalendarSnapshot {
  /** UTC instant of the snapshot. */
  now: string
  /** BCP 47 tag of the texts around titles and descriptions. */
  language: string
  document: EventsDocument
  recordings: readonly RecordingDetails[]
  series: readonly NamedSeries[]
  workingGroups: readonly NamedDocument[]
  /** Codes of the regions that the community or a series names. */
  regions: readonly string[]
  problems: readonly Problem[]
  /** The problems of `publish` in an extension: those that no editor can correct. They are in `problems` too. */
  unpublished: readonly DocumentProblem[]
  syncTags: readonly string[]
  /** State of each feed, when the calendar reader reports it. */
  feeds: readonly FeedReport[]
  /** Set when the documents are from an earlier time, because the Content Lake does not answer. */
  stale?: Stale
}

/** A document that a feed can be filtered by. */
export interface NamedDocument {
  _id: string
  title: string
  slug: string
  description: string | null
}

interface NamedSeries extends NamedDocument {
  group: {title: string} | null
}

/**
 * Returns the address of the page about an event.
 *
 * @param pagePath - path of the meetings page
 * @param group - the group that meets. Undefined for the community's own meetings
 */
export type PageOf = (
  event: MergedEvent,
  pagePath: string,
  group: {slug: string} | undefined,
) => string | undefined

export interface SnapshotOptions extends WaitOptions {
  /** UTC instant of the snapshot. Defaults to the loader's `now`. */
  now?: string | undefined
  /** Window around `now`, in days. Defaults to 92 back and 184 ahead. */
  days?: {back: number; ahead: number}
  /**
   * BCP 47 tag of the content and of the texts around it. Defaults to the community's default language, or
   * to English without one.
   */
  language?: string
  /** Title of the feeds. Defaults to the community's name with the title of the meetings page. */
  title?: string
  /** Returns the address of the page about an event. */
  pageOf?: PageOf
}

/**
 * Maximum number of events in a snapshot, ten for each day of its default window. Each is about 500
 * bytes in `events.json`, and `icalendar` writes 3,000 in half a second.
 */
export const maxSnapshotEvents = 3000

const checks = {
  signal: abortSignal,
  now: instant,
  days: record,
  language: text,
  title: text,
  pageOf: callback,
} as const satisfies Checks<SnapshotOptions>

const defaultDays = {back: 92, ahead: 184}

/**
 * Reads a snapshot with one query and the feeds. The window is from midnight to midnight in UTC, so
 * that the output stays the same all day unless the content changes.
 *
 * @throws ConfigurationError when an option is invalid
 * @throws QueryError when the Content Lake gives no content
 */
export async function readSnapshot(
  loader: Loader,
  options: SnapshotOptions = {},
): Promise<CalendarSnapshot> {
  checkOptions('readSnapshot', options, checks)
  const {days = defaultDays, pageOf, signal} = options
  const now = options.now === undefined ? loader.now() : checkedInstant('now', options.now)
  const window = windowOf(now, days)
  const ownLoader = options.language === undefined ? loader : loader.inLanguage(options.language)
  const page = await ownLoader.meetingsPage({now, window, recordings: 500, signal})
  const events = await ownLoader.events({page: page.data, limit: maxSnapshotEvents, signal})
  const meetings = page.data
  const language = options.language ?? meetings.community?.languages[0] ?? 'en'
  const pagePath = meetings.page?.path ?? '/'
  const read = [...page.problems, ...events.problems]
  const unpublished: DocumentProblem[] = []
  const calendars = calendarsOf(meetings, read)
  const additions = await additionsBy(loader, (problem) => unpublished.push(problem))
  const document = eventsDocument({
    title: options.title ?? titleOf(meetings, language),
    ...window,
    nextChangeAt: earlier(events.nextChangeAt, dayAfter(now, 1)),
    calendars,
    events: publishedEvents(
      events.data,
      {
        touchpoints: meetings.window.touchpoints,
        series: meetings.series,
        workingGroups: meetings.workingGroups,
      },
      {
        additions,
        pageOf: pageOf && ((event, group) => pageOf(event, pagePath, group)),
      },
    ),
  })
  return {
    now,
    language,
    document,
    recordings: meetings.recordings,
    series: meetings.series,
    workingGroups: meetings.workingGroups,
    regions: regionsOf(meetings),
    problems: [...read, ...unpublished],
    unpublished,
    syncTags: page.syncTags,
    feeds: events.feeds ?? [],
    ...(page.stale && {stale: page.stale}),
  }
}

/** Returns what adds the values of the loader's extension to an event. It is imported for an extension alone. */
async function additionsBy(
  {extension, audience}: Loader,
  onProblem: AdditionsOptions['onProblem'],
) {
  if (!extension?.fields) return undefined
  const {additionsOf} = await import('../extension/additions.ts')
  return additionsOf({extension, audience, onProblem})
}

/** @example 'Meetings · Example Community' */
function titleOf({page, community}: Meetings, language: string): string {
  const title = page?.title ?? feedWords(language).say('meetings')
  return community ? `${title} · ${community.name}` : title
}

function regionsOf({community, series}: Meetings): string[] {
  const named = series.flatMap(({regions}) => regions)
  return [...new Set([...(community?.regions.map(({code}) => code) ?? []), ...named])]
}

function windowOf(now: string, {back, ahead}: {back: number; ahead: number}): TimeWindow {
  return {from: dayAfter(now, -back), to: dayAfter(now, ahead + 1)}
}

function dayAfter(now: string, days: number): string {
  const day = 86_400_000
  const midnight = Math.floor(Date.parse(now) / day) * day
  return new Date(midnight + days * day).toISOString().replace('.000', '')
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b
}

function calendarsOf(meetings: Meetings, problems: readonly Problem[]): PublishedCalendar[] {
  return meetings.calendars
    .filter(({enabled}) => enabled)
    .map(({_id: id, title, color, ownership, publicUrl, feedUrl}) => ({
      id,
      title,
      color,
      own: ownership === 'own',
      ...(publicUrl !== null && {publicUrl}),
      ...(feedUrl !== null && {feedUrl}),
      state: stateOf(id, problems),
    }))
}

function stateOf(id: string, problems: readonly Problem[]): PublishedCalendar['state'] {
  const isUnread = problems.some(
    (each) => each.kind === 'configuration' && each.calendarIds.includes(id),
  )
  if (isUnread) return 'unavailable'
  const problem = problems.find(
    (each) => each.kind === 'feed' && each.source === id && hidesEvents(each),
  )
  if (problem?.kind !== 'feed') return 'ok'
  return problem.staleSeconds === undefined ? 'unavailable' : 'stale'
}
