import {createSearchInParts, type Search} from '../search/createSearch.ts'
import {searchData, unpackDocuments} from '../search/searchData.ts'

/** The search over the published content, and where its pages are. */
export interface LoadedSearch {
  search: Search
  pagePath: string
}

/**
 * Loads the file of a language and creates the search. This module has the library, so it is imported when
 * somebody is about to search.
 *
 * @throws Error if the file can't be loaded or read
 */
export async function loadSearchFile(language: string): Promise<LoadedSearch> {
  const response = await fetch(`/api/search/${encodeURIComponent(language)}.json`)
  if (!response.ok) throw new Error(`HTTP status ${response.status}`)
  const data = searchData.parse(await response.json())
  return {
    search: await createSearchInParts(unpackDocuments(data), data.months),
    pagePath: data.pagePath,
  }
}
