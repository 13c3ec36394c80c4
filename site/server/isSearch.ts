import {readSearchRequest} from '../src/search/readSearchRequest.ts'

/** Whether a request searches: the page of results, or its JSON. Each query is another address, so none is cached. */
export function isSearch({pathname, searchParams}: URL): boolean {
  if (isSearchApi(pathname)) return true
  return pathname.endsWith('/search/') && readSearchRequest(searchParams) !== undefined
}

/** Whether a path is that of the results as JSON, in the default language or another one. */
export function isSearchApi(path: string): boolean {
  return /^(?:\/[A-Za-z]{2,3}(?:-[A-Za-z\d]+)*)?\/api\/search$/.test(path)
}

/** Whether a path is that of the file that a browser searches in. */
export function isSearchFile(path: string): boolean {
  return /^\/api\/search\/[A-Za-z]{2,3}(?:-[A-Za-z\d]+)*\.json$/.test(path)
}
