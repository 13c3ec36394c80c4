import {withBase} from '../links/base.ts'
import {createSearchInParts} from '../search/createSearch.ts'
import {searchData, unpackDocuments} from '../search/searchData.ts'
import {optionsOf, type SearchOption} from './searchOptions.ts'

/** The search over the published content. */
export interface LoadedSearch {
  /**
   * Returns the entries for a query.
   *
   * @param options.now - UTC instant that divides upcoming from past
   * @param options.limit - maximum number of results
   * @param options.texts - names of the kinds, and `all`
   */
  find(query: string, options: {now: string; limit: number; texts: DOMStringMap}): FoundOptions
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
  }
}
