import {type FeedFetch, fetchFailureOf} from '@touchpoints/calendar/fetch'

/** The state of a link after one request. */
export type LinkState =
  | {kind: 'alive'}
  | {kind: 'gone'; status: number}
  /** Permanently: the status is 301 or 308. */
  | {kind: 'moved'; to: string}
  | {kind: 'failing'; status: number}
  | {kind: 'unreachable'; reason: string}
  /** A private or reserved address, which is not requested. */
  | {kind: 'blocked'}

/**
 * Requests a link once and reads only its status. Statuses for clients that may not read a page (401, 403,
 * 405, 429) count as alive. So does a temporary redirect, because sign-in and short links use it.
 *
 * @param timeout - in milliseconds
 */
export async function requestLink(
  url: string,
  fetch: FeedFetch,
  timeout: number,
): Promise<LinkState> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), timeout)
  try {
    const headers = {accept: '*/*', 'user-agent': 'touchpoints (link check)'}
    const response = await fetch(url, {headers, redirect: 'manual', signal: stop.signal})
    return stateOf(response.status, response.headers.get('location'), url)
  } catch (error) {
    if (stop.signal.aborted)
      return {kind: 'unreachable', reason: `no response within ${timeout / 1000} s`}
    const failure = fetchFailureOf(error)
    return failure.kind === 'blocked-address'
      ? {kind: 'blocked'}
      : {kind: 'unreachable', reason: failure.reason}
  } finally {
    clearTimeout(timer)
    // The body is not read, and an unread body would keep the connection open.
    stop.abort()
  }
}

function stateOf(status: number, location: string | null, url: string): LinkState {
  if (status === 404 || status === 410) return {kind: 'gone', status}
  if (status >= 500) return {kind: 'failing', status}
  if (status !== 301 && status !== 308) return {kind: 'alive'}
  return {kind: 'moved', to: URL.parse(location ?? '', url)?.href ?? 'an invalid address'}
}
