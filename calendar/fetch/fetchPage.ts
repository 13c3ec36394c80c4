import {download} from './download.ts'
import type {FeedFetch} from './feedFetch.ts'
import {defaultFetchLimits} from './fetchLimits.ts'

/** The text of a page, or the reason why it could not be read. */
export type FetchedPage = {url: string; text: string} | {url: string; failure: string}

export interface FetchPageOptions {
  /** How addresses are fetched: pass `guardedFetch()`, which connects to public addresses only. */
  fetch: FeedFetch
  /** Hosts that may be read over `http:`. */
  allowHosts?: readonly string[]
}

/** A page of more bytes than this is not a page that people read. */
const maxBytes = 4 * 1024 * 1024

/**
 * Fetches the text of a page under the same rules as a feed: https only, redirects checked, with a timeout
 * and a limit. Never throws.
 */
export async function fetchPage(
  url: string,
  {fetch, allowHosts = []}: FetchPageOptions,
): Promise<FetchedPage> {
  const limits = {...defaultFetchLimits, bytes: maxBytes}
  const result = await download(url, undefined, {fetch, allowHosts, limits, now: 0})
  if (result.kind === 'text') return {url, text: result.text}
  // The rest of the message advises the owner of a calendar.
  const [what = ''] = result.kind === 'fault' ? result.fault.message.split(/(?<=\.) /) : []
  return {url, failure: what.trim()}
}
