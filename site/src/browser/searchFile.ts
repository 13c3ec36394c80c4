import {withBase} from '../links/base.ts'
import {createSearchInParts} from '../search/createSearch.ts'
import {searchData, unpackDocuments} from '../search/searchData.ts'
import {optionsOf, resultItems, type SearchOption} from './searchOptions.ts'

interface FindOptions {
  /** UTC instant that divides upcoming from past. */
  now: string
  /** Maximum number of results. */
  limit: number
  /** Names of the kinds, and `all`. */
  texts: DOMStringMap
}

/** The search over the published content. */
export interface LoadedSearch {
  /** Returns the entries for a query. */
  find(query: string, options: FindOptions): FoundOptions
  /** Returns the results for a query as entries of a list, with links. */
  list(query: string, options: FindOptions): FoundResults
}

/** Results for a page of their own. */
interface FoundResults {
  results: HTMLElement[]
  /** Number of all results. */
  total: number
}

interface FoundOptions {
  options: SearchOption[]
  /** Number of all results. */
  total: number
}

/**
 * Loads the file of a language and creates the search. This module has the library, so it is imported when
 * somebody is about to search.
 *
 * @throws Error if the file can't be loaded or read
 */
export async function loadSearchFile(language: string): Promise<LoadedSearch> {
  const response = await fetch(withBase(`/api/search/${encodeURIComponent(language)}.json`))
  if (!response.ok) throw new Error(`HTTP status ${response.status}`)
  const data = searchData.parse(await response.json())
  const {pagePath} = data
  const search = await createSearchInParts(unpackDocuments(data), data.months)
  return {
    find(query, {now, limit, texts}) {
      const results = search.find(query, {now, limit})
      return {options: optionsOf(results, {pagePath, texts}), total: results.total}
    },
    list(query, {now, limit, texts}) {
      const results = search.find(query, {now, limit})
      return {results: resultItems(results, {pagePath, texts}), total: results.total}
    },
  }
}
