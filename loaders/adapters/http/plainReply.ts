/** The parts of a request that a cached response depends on, without the overhead of `Request`. */
export interface PlainRequest {
  method: 'GET' | 'HEAD'
  url: URL
  /** Returns a header's value. Names are lowercase. */
  header(name: string): string | null | undefined
}

/** A response without the overhead of `Response`: ready for any server. */
export interface PlainReply {
  status: number
  headers: Record<string, string>
  /** Absent for 304 and HEAD. */
  body?: Uint8Array<ArrayBuffer>
}

/** Converts a request to its parts. Undefined for other methods than GET and HEAD. */
export function plainRequest({method, url, headers}: Request): PlainRequest | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  return {method, url: new URL(url), header: (name) => headers.get(name)}
}

/**
 * Converts a reply to a response of the platform.
 *
 * workerd compresses a body with `content-encoding` itself, unless `encodeBody` says that it is compressed
 * already. Other platforms send bytes as they are, and ignore the option.
 */
export function toResponse({status, headers, body}: PlainReply): Response {
  const init = {status, headers, encodeBody: 'manual'}
  return new Response(body ?? null, init)
}
