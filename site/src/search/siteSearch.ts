import {createHash} from 'node:crypto'
import type {SitePath} from '@touchpoints/calendar/links'
import type {Words} from '@touchpoints/words'
import type {Loader} from 'touchpoints'
import {responseCache} from 'touchpoints/preview'

import type {Dependency} from '../http/pageFacts.ts'
import {maxCopyAge} from '../meetings/publishedPages.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {sessionIndex} from '../ownPages/sessionIndex.ts'
import {topicsOf} from '../ownPages/topics/topics.ts'
import {clock, publishedChanges} from '../preview/previewServer.ts'
import {createSearch, type Search} from './createSearch.ts'
import {packDocuments} from './searchData.ts'
import {type SearchContent, searchDocuments} from './searchDocuments.ts'
import type {SearchDocument} from './searchDocument.ts'

/** The search over the content of a site, in one language. */
export interface SiteSearch extends Dependency {
  search: Search
  documents: readonly SearchDocument[]
  /** The file for browsers: JSON, and a version that changes with it. */
  file: {text: string; version: string}
}

/** Sessions in the search, the latest first. */
const maxSessions = 5000

/** Milliseconds that the search is kept if nothing changes. */
const maxAge = 10 * 60_000

const cached = responseCache<SiteSearch>({changes: publishedChanges, now: clock})

/**
 * Returns the search in the language of a page. It is made once per change and language, because that takes
 * about a second for thousands of sessions. A preview has its own, which nobody else gets.
 */
export async function siteSearch(
  loader: Loader,
  view: RequestView,
  site: {pagePath: SitePath; words: Words},
): Promise<SiteSearch> {
  const read = async () => createSiteSearch(await readContent(loader, view, site), site)
  if (view.preview) return read()
  return cached(`${view.language ?? ''} ${site.pagePath}`, async () => {
    const value = await read()
    const until = clock() + (value.stale ? maxCopyAge : maxAge)
    return {value, syncTags: value.syncTags, until}
  })
}

async function readContent(
  loader: Loader,
  view: RequestView,
  {words}: {words: Words},
): Promise<SearchContent & Dependency> {
  const [entries, upcoming, past, series, groups, guests, recordings] = await Promise.all([
    sessionIndex(loader, view),
    loader.touchpoints({when: 'upcoming', limit: maxSessions}),
    loader.touchpoints({when: 'past', limit: maxSessions}),
    loader.series(),
    loader.workingGroups(),
    loader.guests(),
    loader.recordings(),
  ])
  const results = [upcoming, past, series, groups, guests, recordings]
  const stale = results.find((result) => result.stale)?.stale
  return {
    sessions: [...upcoming.data, ...past.data].slice(0, maxSessions),
    topics: topicsOf(entries, words.language),
    series: series.data,
    groups: groups.data,
    guests: guests.data,
    recordings: recordings.data,
    syncTags: [...new Set(results.flatMap((result) => result.syncTags))],
    ...(stale && {stale}),
  }
}

function createSiteSearch(
  {syncTags, stale, ...content}: SearchContent & Dependency,
  {pagePath, words}: {pagePath: SitePath; words: Words},
): SiteSearch {
  const months = words.dates.monthNames()
  const documents = searchDocuments(content)
  const text = JSON.stringify(packDocuments(documents, {pagePath, months}))
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const search = createSearch(documents, months)
  return {search, documents, file: {text, version}, syncTags, ...(stale && {stale})}
}
