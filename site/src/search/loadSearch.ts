import type {SitePath} from '@touchpoints/calendar/links'
import type {Words} from '@touchpoints/words'
import type {Loader} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {type Unreachable, unreachable} from '../meetings/unreachable.ts'
import type {SearchResults} from './createSearch.ts'
import type {SearchRequest} from './readSearchRequest.ts'
import type {SearchDocument} from './searchDocument.ts'
import {siteSearch} from './siteSearch.ts'

/** The content of the search page, or the reason why it has none. */
export type SearchPage =
  | {kind: 'search'; topics: readonly SearchDocument[]; request?: undefined}
  | {
      kind: 'search'
      /** All topics, for a query without results. */
      topics: readonly SearchDocument[]
      request: SearchRequest
      results: SearchResults
      /** Words of the content that resemble those of a query without results. */
      similar: readonly string[]
    }
  | Unreachable

/** Loads the search page: the results of a query, or what a visitor can search for. */
export async function loadSearch(
  loader: Loader,
  view: RequestView,
  site: {pagePath: SitePath; words: Words},
): Promise<SearchPage> {
  try {
    const own = await siteSearch(loader, view, site)
    recordFacts(view, own)
    const {search, documents} = own
    const topics = documents.filter(({kind}) => kind === 'topic')
    const request = view.search
    if (!request) return {kind: 'search', topics}
    const results = search.find(request.query, {now: view.now, limit: request.shown})
    const similar = results.total === 0 ? search.similarWords(request.query) : []
    return {kind: 'search', topics, request, results, similar}
  } catch (error) {
    return unreachable(error)
  }
}
