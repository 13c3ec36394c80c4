import type {MergedEvent} from '@touchpoints/calendar'
import {hidesEvents} from '@touchpoints/calendar/problems'

import type {Loader, Meetings, TimeWindow} from '../loader.ts'
import type {Problem} from '../problems.ts'
import type {RecordingDetails} from './documents.ts'
import {eventsDocument} from './eventsDocument.ts'
import type {EventsDocument, PublishedCalendar} from './eventsFormat.ts'
import {publishEvents} from './publishEvents.ts'

/** Everything that goes out, as of one moment. Each feed is a way to write it down. */
export interface CalendarSnapshot {
  /** UTC instant that it was put together for. */
  now: string
  document: EventsDocument
  recordings: readonly RecordingDetails[]
  series: readonly NamedDocument[]
  workingGroups: readonly NamedDocument[]
  problems: readonly Problem[]
  syncTags: readonly string[]
}

export interface NamedDocument {
  _id: string
  title: string
  slug: string
  description: string | null
}

export interface SnapshotOptions {
  /** UTC instant. */
  now: string
  /** Default: 92 days back to 184 days ahead. */
  days?: {back: number; ahead: number}
  /** Default: the meetings page's. */
  title?: string
  /** The page about an event. `pagePath` is where the meetings page lies on its site. */
  pageOf?: (event: MergedEvent, pagePath: string) => string | undefined
}

const usualDays = {back: 92, ahead: 184}

/**
 * One query and the feeds as last read. The window runs from midnight to midnight in UTC, so that
 * what goes out stays the same through a day, unless something really changes.
 */
export async function readSnapshot(
  loader: Loader,
  options: SnapshotOptions,
): Promise<CalendarSnapshot> {
  const {now, days = usualDays, pageOf} = options
  const window = windowOf(now, days)
  const page = await loader.meetingsPage({now, window, recordings: 500})
  const events = await loader.events({page: page.data})
  const meetings = page.data
  const pagePath = meetings.page?.path ?? '/'
  const problems = [...page.problems, ...events.problems]
  const document = eventsDocument({
    title: options.title ?? meetings.page?.title ?? 'Meetings',
    ...window,
    nextChangeAt: earlier(events.nextChangeAt, dayAfter(now, 1)),
    calendars: calendarsOf(meetings, problems),
    events: publishEvents(
      events.data,
      {
        touchpoints: meetings.window.touchpoints,
        series: meetings.series,
        workingGroups: meetings.workingGroups,
      },
      pageOf && {pageOf: (event) => pageOf(event, pagePath)},
    ),
  })
  return {
    now,
    document,
    recordings: meetings.recordings,
    series: meetings.series,
    workingGroups: meetings.workingGroups,
    problems,
    syncTags: page.syncTags,
  }
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
      feedUrl,
      state: stateOf(id, problems),
    }))
}

function stateOf(id: string, problems: readonly Problem[]): PublishedCalendar['state'] {
  const problem = problems.find(
    (each) => each.kind === 'feed' && each.source === id && hidesEvents(each),
  )
  if (problem?.kind !== 'feed') return 'ok'
  return problem.staleSeconds === undefined ? 'unavailable' : 'stale'
}
