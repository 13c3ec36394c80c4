import {plainText} from '@touchpoints/calendar/plain-text'

/** Characters of a query. */
export const maxQueryLength = 200

/** Results on the first page of results, and the number that each "show more" adds. */
export const pageLength = 20

/** Results of one page at most. */
export const maxShown = 200

/** What a visitor searches for. */
export interface SearchRequest {
  /** Clean text, not empty, at most `maxQueryLength` characters. */
  query: string
  /** Whether the rest of a longer text is ignored. */
  isShortened: boolean
  /** Maximum number of results. */
  shown: number
}

/**
 * Reads the parameters `q` and `shown`. Cleans what a stranger typed: without control characters, in one line, of
 * limited length. Returns undefined when nothing is left to search for.
 *
 * @example readSearchRequest(new URLSearchParams('q= open%0Asource ')) // {query: 'open source', isShortened: false, shown: 20}
 */
export function readSearchRequest(parameters: URLSearchParams): SearchRequest | undefined {
  const typed = (parameters.get('q') ?? '').toWellFormed()
  // Invisible characters would make two queries of what looks like one.
  const line = plainText(typed.replaceAll(/[\s\u200b\u2060\ufeff]+/g, ' ')).trim()
  if (line === '') return undefined
  const characters = Array.from(line)
  const query = characters.slice(0, maxQueryLength).join('').trim()
  const isShortened = characters.length > maxQueryLength
  return {query, isShortened, shown: shownOf(parameters.get('shown') ?? '')}
}

function shownOf(text: string): number {
  const shown = /^\d{1,4}$/.test(text) ? Number(text) : pageLength
  return Math.min(Math.max(shown, pageLength), maxShown)
}
