/**
 * Browsers open at most six HTTP/1.1 connections to one host, and a Studio holds more event streams
 * than that: the seventh request waits for ever ("Saving…"). Browsers resolve every `*.localhost` to
 * this machine and count each name as a host of its own, and the lake answers to all of them. So each
 * stream gets a name of its own, however many windows are open.
 *
 * Only requests for event streams to a local lake are changed; the hosted service has HTTP/2 and does
 * not need it.
 *
 * @param apiHost the lake's address as the workspace has it, e.g. `http://localhost:3900`
 * @returns what puts the original `fetch` back
 * @example
 * spreadStreams('http://localhost:3900')
 */
export function spreadStreams(
  apiHost: string,
  scope: {fetch: typeof globalThis.fetch} = globalThis,
): () => void {
  const {hostname, port} = new URL(apiHost)
  if (hostname !== 'localhost') return () => {}
  const original = scope.fetch
  scope.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost')
    if (!isStream(url, port)) return original(input, init)
    url.hostname = `stream-${crypto.randomUUID().slice(0, 8)}.localhost`
    return original(input instanceof Request ? new Request(url, input) : url, init)
  }
  return () => {
    scope.fetch = original
  }
}

function isStream({hostname, port, pathname}: URL, lakePort: string): boolean {
  return (
    (hostname === 'localhost' || hostname.endsWith('.localhost')) &&
    port === lakePort &&
    /\/data\/(listen|live\/events)\//.test(pathname)
  )
}
