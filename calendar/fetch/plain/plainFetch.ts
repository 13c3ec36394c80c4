import type {FeedFetch} from '../feedFetch.ts'

/** The web's `fetch`, as far as it is needed here. */
export type WebFetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * Returns the fetch of feeds over the web's `fetch`.
 *
 * In a browser, a request to another host may only have headers that every request may have. Any other
 * one makes the browser ask the host first, and few calendar servers answer that. The browser's own
 * cache sends conditional requests instead. A browser also shows no redirect, it only follows it. The
 * address at its end is then returned as a redirect if it is not encrypted, so that it is refused as
 * elsewhere.
 */
export function plainFetch(fetch: WebFetch, inBrowser: boolean): FeedFetch {
  return async (url, {headers, redirect, signal}) => {
    const response = inBrowser
      ? await fetch(url, {headers: {accept: headers['accept'] ?? '*/*'}, signal})
      : await fetch(url, {headers, redirect, signal})
    if (inBrowser && response.redirected && !response.url.startsWith('https:')) {
      await response.body?.cancel()
      return {status: 302, headers: new Headers({location: response.url}), body: null}
    }
    return {status: response.status, headers: response.headers, body: chunksOf(response)}
  }
}

/** Not every browser can iterate over a stream. */
async function* chunksOf({body}: Response): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}
