/** How many host names the streams are spread over; a Studio with a document open holds about ten. */
const names = 16

/**
 * A fetch for a lake without HTTP/2: every event stream goes to a host name of its own.
 *
 * Browsers open at most six connections to a host over HTTP/1.1, and the Studio keeps more streams
 * open than that: the seventh request waits for ever, and the form stays at "Saving…". A lake on this
 * machine answers at every name under `localhost` (RFC 6761 section 6.3), so `l0.localhost` to
 * `l15.localhost` are the same lake with six connections each. (HTTP/2 would need a certificate.)
 *
 * A browser that does not resolve such names (Safari before macOS 26) gets the stream from the host
 * it asked for.
 */
export function shardEventStreams(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let next = 0
  return async (input, init) => {
    const url = typeof input === 'string' && URL.canParse(input) ? new URL(input) : undefined
    if (!url || !isStream(url) || !isLocalName(url)) return fetch(input, init)
    url.hostname = `l${next++ % names}.localhost`
    try {
      return await fetch(url.href, init)
    } catch (error) {
      if (init?.signal?.aborted) throw error
      return fetch(input, init)
    }
  }
}

function isStream({pathname}: URL): boolean {
  return /\/data\/(?:listen|live\/events)\//.test(pathname)
}

function isLocalName({hostname}: URL): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}
