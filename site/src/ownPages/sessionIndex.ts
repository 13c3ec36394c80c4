import {dateKey} from '@touchpoints/words/dates'
import type {Loader, LoaderResult} from 'touchpoints'
import {field} from 'touchpoints/extend'
import {responseCache} from 'touchpoints/preview'
import * as z from 'zod/mini'

import {recordFacts} from '../http/pageFacts.ts'
import type {Touchpoint} from '../meetings/pageContent.ts'
import {maxCopyAge} from '../meetings/publishedPages.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {clock, publishedChanges} from '../preview/previewServer.ts'

const entryView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  updatedAt: field({path: '_updatedAt'}, z.string()),
  slug: field({path: 'slug.current'}, z.string()),
  start: field({path: 'schedule.start'}, z.string()),
  topics: z.array(z.string()),
  topicNames: field({path: 'topics', label: true}, z.array(z.string())),
})

/** What lists of all sessions are made from. A session has 4 kB, and an entry 0.2 kB. */
export interface SessionEntry {
  _id: string
  /** UTC instant of the last edit. */
  updatedAt: string
  slug: string
  /** UTC instant. */
  start: string
  /** As they are stored, in the default language. */
  topics: string[]
  /** The same topics in the language of the loader. */
  topicNames: string[]
}

type Index = LoaderResult<SessionEntry[]>

const cached = responseCache<Index>({changes: publishedChanges, now: clock})

/** Milliseconds that the index is kept without a change. */
const maxAge = 10 * 60_000

/** Loads an entry for each session, the latest first. All pages of a language share it. */
export async function sessionIndex(loader: Loader, view: RequestView): Promise<SessionEntry[]> {
  const index = view.preview
    ? await readIndex(loader)
    : await cached(view.language ?? '', async () => {
        const value = await readIndex(loader)
        const until = clock() + (value.stale ? maxCopyAge : maxAge)
        return {value, syncTags: value.syncTags, until}
      })
  recordFacts(view, index)
  return index.data
}

function readIndex(loader: Loader): Promise<Index> {
  // A session without a slug has no page, and one without a start no year.
  const filter = 'defined(slug.current) && schedule.start > ""'
  return loader.read(entryView, {filter, order: 'schedule.start desc'})
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

/**
 * Loads the sessions of entries that follow each other, the latest first. The window of their starts makes it
 * one query, and the ids leave out a session that began before the window and ended in it.
 *
 * @param entries - the latest first
 */
export async function sessionsOf(
  loader: Loader,
  view: RequestView,
  entries: readonly SessionEntry[],
  filter: {topic?: string} = {},
): Promise<LoaderResult<Touchpoint[]>> {
  const [first] = entries
  const last = entries.at(-1)
  if (!first || !last) return {data: [], problems: [], syncTags: []}
  const window = {from: last.start, to: new Date(Date.parse(first.start) + 1000).toISOString()}
  // As many again, for sessions that began before the window.
  const limit = entries.length * 2
  const result = await loader.touchpoints({...filter, window, order: 'latest', limit})
  const changes = result.data.flatMap(({schedule}) => [schedule.start, schedule.end])
  recordFacts(view, result, changes)
  const ids = new Set(entries.map(({_id}) => _id))
  return {...result, data: result.data.filter(({_id}) => ids.has(_id))}
}
