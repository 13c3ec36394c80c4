import {decodeText} from './decodeText.ts'
import {feedAddress} from './feedAddress.ts'
import type {FeedFetch, FeedResponse} from './feedFetch.ts'
import {maxTimerDelay, type FetchLimits} from './fetchLimits.ts'
import type {FeedCopy, FeedFault} from './feedRecord.ts'
import {lifetimeOf, retryAfterOf} from './freshness.ts'
import {readBody} from './readBody.ts'
import {unreachable} from './unreachable.ts'

/** The outcome of a request to a feed's server. Durations are in milliseconds. */
export type Download =
  | {kind: 'text'; text: string; headers: DownloadedHeaders; lifetime: number}
  | {kind: 'unchanged'; lifetime: number}
  | {kind: 'fault'; fault: FeedFault; retryAfter?: number}

export type DownloadedHeaders = Pick<FeedCopy, 'etag' | 'lastModified' | 'contentType'>

interface DownloadOptions {
  fetch: FeedFetch
  limits: FetchLimits
  allowHosts: readonly string[]
  /** Ends the download from outside. */
  signal?: AbortSignal | undefined
  now: number
}

/** Downloads a feed if it changed since `copy`. Never throws. */
export async function download(
  address: string,
  copy: FeedCopy | undefined,
  options: DownloadOptions,
): Promise<Download> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), Math.min(options.limits.timeout, maxTimerDelay))
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal
  let url = feedAddress(address, options.allowHosts)
  try {
    for (let hops = 0; url instanceof URL; hops++) {
      const response = await options.fetch(url.href, {
        headers: requestHeaders(copy),
        redirect: 'manual',
        signal,
      })
      const next = redirectOf(response, url)
      if (next === undefined) return await read(response, url, copy, options)
      if (hops >= options.limits.redirects) return {kind: 'fault', fault: tooManyRedirects(url)}
      await discard(response)
      url = feedAddress(next, options.allowHosts)
    }
    return {kind: 'fault', fault: url}
  } catch (error) {
    const host = url instanceof URL ? url.host : address
    const fault = stop.signal.aborted ? timedOut(host, options.limits) : unreachable(host, error)
    return {kind: 'fault', fault}
  } finally {
    clearTimeout(timer)
    // Stop the download of a body that was not read.
    stop.abort()
  }
}

function requestHeaders(copy: FeedCopy | undefined): Record<string, string> {
  return {
    accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'user-agent': 'touchpoints (calendar reader)',
    ...(copy?.etag && {'if-none-match': copy.etag}),
    ...(copy?.lastModified && {'if-modified-since': copy.lastModified}),
  }
}

function redirectOf(response: FeedResponse, url: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined
  const location = response.headers.get('location')
  return location === null ? undefined : (URL.parse(location, url)?.href ?? location)
}

async function read(
  response: FeedResponse,
  url: URL,
  copy: FeedCopy | undefined,
  {limits, now}: DownloadOptions,
): Promise<Download> {
  const lifetime = lifetimeOf(response.headers, limits, now)
  if (response.status === 304 && copy) return {kind: 'unchanged', lifetime}
  if (response.status !== 200) {
    const retryAfter = retryAfterOf(response.headers.get('retry-after'), now)
    const fault = badStatus(url, response.status)
    return {kind: 'fault', fault, ...(retryAfter !== undefined && {retryAfter})}
  }
  const body = await readBody(response.body, limits.bytes)
  if (body.kind === 'too-large') return {kind: 'fault', fault: tooLarge(url, limits)}
  const contentType = response.headers.get('content-type') ?? undefined
  const headers = {
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
    contentType,
  }
  return {kind: 'text', text: decodeText(body.bytes, contentType), headers, lifetime}
}

/** Reads the start of a body that is not needed. An unread body would keep its connection busy. */
async function discard({body}: FeedResponse): Promise<void> {
  await readBody(body, 64 * 1024)
}

function badStatus({host}: URL, status: number): FeedFault {
  const what = hints.get(status) ?? 'Open the address in a browser to check it.'
  return {code: 'http-status', message: `${host} responded with status ${status}. ${what}`}
}

const hints = new Map([
  [401, 'The calendar is not public. Publish it, or use its secret link.'],
  [403, 'The calendar is not public. Publish it, or use its secret link.'],
  [404, 'The calendar was moved or deleted. Look up its link and correct the address.'],
  [410, 'The calendar was deleted. Correct the address, or disable the calendar.'],
  [429, 'It received too many requests. The feed is requested again later.'],
])

function tooLarge({host}: URL, {bytes}: FetchLimits): FeedFault {
  const size = `${Math.floor(bytes / 1024)} kB`
  const message = `The feed of ${host} is larger than ${size} after decompression. Use a smaller feed, or raise limits.bytes.`
  return {code: 'too-large', message}
}

function tooManyRedirects({host}: URL): FeedFault {
  const message = `${host} redirects too many times. Look up the calendar's link and correct the address.`
  return {code: 'too-many-redirects', message}
}

function timedOut(host: string, {timeout}: FetchLimits): FeedFault {
  const message = `${host} did not send its feed within ${timeout / 1000} s. The feed is requested again later.`
  return {code: 'timeout', message}
}
