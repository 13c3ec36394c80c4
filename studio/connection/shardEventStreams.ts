/** The number of host names. A Studio with an open document has about ten event streams. */
const hostCount = 16

/**
 * Wraps `fetch` so that each event stream of a local Content Lake uses its own host name.
 *
 * Browsers open at most six connections to a host over HTTP/1.1, and the Studio opens more streams. The
 * seventh request would wait forever, and the form would stay at "Saving…". HTTP/2 would need a
 * certificate. All names under `localhost` resolve to this machine (RFC 6761 section 6.3), so
 * `l0.localhost` to `l15.localhost` are the same Content Lake with six connections each.
 *
 * If a browser does not resolve such names (Safari before macOS 26), the stream uses the original host.
 */
export function shardEventStreams(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let next = 0
  return async (input, init) => {
    const url = typeof input === 'string' && URL.canParse(input) ? new URL(input) : undefined
    if (!url || !isStream(url) || !isLocalName(url)) return fetch(input, init)
    url.hostname = `l${next++ % hostCount}.localhost`
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
