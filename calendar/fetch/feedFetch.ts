/**
 * The part of the web's `fetch` that reading a feed needs.
 *
 * The platform's own `fetch` fits, and so does one that reads from files or through a proxy.
 *
 * It must not follow redirects (`redirect: 'manual'`), because each address is checked first.
 */
export type FeedFetch = (url: string, init: FeedRequest) => Promise<FeedResponse>

export interface FeedRequest {
  headers: Record<string, string>
  redirect: 'manual'
  signal: AbortSignal
}

export interface FeedResponse {
  status: number
  headers: {get(name: string): string | null}
  /** Decompressed. */
  body: AsyncIterable<Uint8Array> | null
}
