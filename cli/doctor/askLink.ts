import {type FeedFetch, fetchFailureOf} from '@touchpoints/calendar/fetch'

/** What a link leads to, as far as one request tells. */
export type LinkState =
  | {kind: 'alive'}
  | {kind: 'gone'; status: number}
  /** For good: the answer was 301 or 308. */
  | {kind: 'moved'; to: string}
  | {kind: 'failing'; status: number}
  | {kind: 'silent'; reason: string}
  /** A private or reserved address, which was not asked. */
  | {kind: 'refused'}

/**
 * Asks once, and reads the status alone. What a host refuses to machines (401, 403, 405, 429) counts as
 * alive, and so does a redirect for the time being: it is how sign-in and short links work.
 *
 * @param patience - milliseconds
 */
export async function askLink(url: string, fetch: FeedFetch, patience: number): Promise<LinkState> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const headers = {accept: '*/*', 'user-agent': 'touchpoints (link check)'}
    const response = await fetch(url, {headers, redirect: 'manual', signal: stop.signal})
    return stateOf(response.status, response.headers.get('location'), url)
  } catch (error) {
    if (stop.signal.aborted) return {kind: 'silent', reason: `not within ${patience / 1000} s`}
    const why = fetchFailureOf(error)
    return why.kind === 'blocked-address' ? {kind: 'refused'} : {kind: 'silent', reason: why.reason}
  } finally {
    clearTimeout(timer)
    // The page itself is of no interest, and unread it would keep its connection busy.
    stop.abort()
  }
}

function stateOf(status: number, location: string | null, url: string): LinkState {
  if (status === 404 || status === 410) return {kind: 'gone', status}
  if (status >= 500) return {kind: 'failing', status}
  if (status !== 301 && status !== 308) return {kind: 'alive'}
  return {kind: 'moved', to: URL.parse(location ?? '', url)?.href ?? 'elsewhere'}
}
