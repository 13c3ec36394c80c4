import {dateKey} from '@touchpoints/words/dates'
import type {Loader, LoaderResult} from 'touchpoints'
import {field} from 'touchpoints/extend'
import * as z from 'zod/mini'

import {recordFacts} from '../http/pageFacts.ts'
import type {Touchpoint} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {isStatic} from '../output.ts'
import {comingSessions} from './comingSessions.ts'
import {publishedRead} from './publishedRead.ts'

const entryView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  updatedAt: field({path: '_updatedAt'}, z.string()),
  slug: field({path: 'slug.current'}, z.string()),
  start: field({path: 'schedule.start'}, z.string()),
  minutes: field({path: 'schedule.minutes'}, z.nullable(z.number())),
  // References are compared by id. To follow each of them would take longer than to read the sessions.
  series: field({path: 'series._ref'}, z.nullable(z.string())),
  guests: field({computed: 'guests[].guest._ref'}, z.nullable(z.array(z.string()))),
  topics: z.array(z.string()),
  topicNames: field({path: 'topics', label: true}, z.array(z.string())),
})

/** What lists of all sessions are made from. A session has 4 kB, and an entry 0.3 kB. */
export interface SessionEntry {
  _id: string
  /** UTC instant of the last edit. */
  updatedAt: string
  slug: string
  /** UTC instant. */
  start: string
  minutes: number | null
  /** Id of the series. */
  series: string | null
  /** Ids of the people who take part. */
  guests: string[] | null
  /** As they are stored, in the default language. */
  topics: string[]
  /** The same topics in the language of the loader. */
  topicNames: string[]
}

const readIndex = publishedRead<LoaderResult<SessionEntry[]>>()
const readSessions = publishedRead<LoaderResult<Touchpoint[]>>()

/** Loads an entry for each session, the latest first. All pages of a language share it. */
export async function sessionIndex(loader: Loader, view: RequestView): Promise<SessionEntry[]> {
  // A session without a slug has no page, and one without a start no year.
  const filter = 'defined(slug.current) && schedule.start > ""'
  const order = 'schedule.start desc'
  const index = await readIndex(view, '', () => loader.read(entryView, {filter, order}))
  return index.data
}

/** Whether a session has ended. The length of one without minutes is a finding of a rule. */
export function hasEnded(entry: SessionEntry, now: string): boolean {
  return endTime(entry) <= Date.parse(now)
}

/** Returns the UTC instant at which a session ends. Undefined if its start is none. */
export function endOf(entry: SessionEntry): string | undefined {
  const end = new Date(endTime(entry))
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString()
}

function endTime({start, minutes}: SessionEntry): number {
  return Date.parse(start) + (minutes ?? 0) * 60_000
}

/** A year of sessions. */
export interface YearEntries {
  /** `YYYY` in the zone of the community. */
  year: string
  /** The latest first. */
  entries: SessionEntry[]
}

/**
 * Divides entries by year, the latest first.
 *
 * @param timeZone - IANA id: a session on New Year's Eve belongs to the year that the community had
 */
export function byYear(entries: readonly SessionEntry[], timeZone: string): YearEntries[] {
  const years = Map.groupBy(entries, ({start}) => dateKey(start, timeZone).slice(0, 4))
  return [...years].map(([year, members]) => ({year, entries: members}))
}

/** The past sessions of a year. */
export interface PastYear extends YearEntries {
  /** Those that a static site shows when they have ended, the latest first. */
  coming: SessionEntry[]
}

/** Returns the years with what has ended, without those that have nothing yet. */
export function pastYears(
  years: readonly YearEntries[],
  now: string,
  asFile: boolean = isStatic,
): PastYear[] {
  const isPast = (entry: SessionEntry) => hasEnded(entry, now)
  return years
    .map(({year, entries}) => ({
      year,
      entries: entries.filter(isPast),
      coming: comingEntries(entries, now, asFile),
    }))
    .filter(({entries, coming}) => entries.length + coming.length > 0)
}

/** Returns the entries that a static site has among the past ones before they have ended. */
export function comingEntries(
  entries: readonly SessionEntry[],
  now: string,
  asFile?: boolean,
): SessionEntry[] {
  const coming = entries.filter((entry) => !hasEnded(entry, now))
  return comingSessions(coming, {now, startOf: ({start}) => start}, asFile)
}

/** Loads the sessions of some entries, the latest first. */
export async function sessionsOf(
  loader: Loader,
  view: RequestView,
  entries: readonly SessionEntry[],
): Promise<Touchpoint[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({_id}) => _id)
  const result = await readSessions(view, ids.join(' '), () =>
    loader.touchpoints({ids, order: 'latest', limit: ids.length}),
  )
  const changes = result.data.flatMap(({schedule}) => [schedule.start, schedule.end])
  recordFacts(view, result, changes)
  return result.data
}
