/**
 * The part of the web's `fetch` that reading a feed needs. The platform's own fits, and so does one
 * that answers from files or through a proxy.
 *
 * It must not follow redirects (`redirect: 'manual'`): each address on the way is checked first.
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
