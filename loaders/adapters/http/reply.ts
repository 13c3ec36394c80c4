import {acceptsEncoding} from './acceptsEncoding.ts'
import {HttpError} from './HttpError.ts'
import {matchesTag} from './matchesTag.ts'
import type {DatedBody} from './representationCache.ts'

/**
 * Returns a response with a body, or 304 when the client has it.
 *
 * @param freshSeconds - how long the body stays valid, as far as is known
 */
export function reply(request: Request, packed: DatedBody, freshSeconds: number): Response {
  const {contentType, plain, gzip, etag, changedAt} = packed
  const headers: Record<string, string> = {
    'content-type': contentType,
    'cache-control': `public, max-age=${Math.max(0, Math.floor(freshSeconds))}, ${whenStale}`,
    etag,
    'last-modified': new Date(changedAt).toUTCString(),
    vary: 'accept-encoding',
    // The data is public. A plain page on another host can read it with one element.
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  }
  if (isKnown(request.headers, packed)) {
    return new Response(null, {status: 304, headers})
  }
  const zipped = gzip && acceptsEncoding(request.headers.get('accept-encoding'), 'gzip')
  const body = zipped ? gzip : plain
  headers['content-length'] = String(body.length)
  if (zipped) headers['content-encoding'] = 'gzip'
  return new Response(request.method === 'HEAD' ? null : body, {headers})
}

/**
 * A cache may answer at once for a minute while it asks again, because clients compute "next" and "live" by
 * their own clock. It may answer for a day while the site is down (RFC 5861).
 */
const whenStale = 'stale-while-revalidate=60, stale-if-error=86400'

/** Whether the client has this body. The date counts only without a tag (RFC 9110 section 13.1.3). */
function isKnown(headers: Headers, {etag, changedAt}: DatedBody): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return matchesTag(tags, etag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(changedAt / 1000) * 1000 <= since
}

/** Returns the response for an error. Visitors see no details of unexpected errors. */
export function replyToError(error: unknown): Response {
  const {status, code, message, headers} = error instanceof HttpError ? error : unavailable
  return Response.json(
    {error: {code, message}},
    {
      status,
      headers: {
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        ...headers,
      },
    },
  )
}

/** The cause can contain internal addresses, so it is logged and not sent to visitors. */
const unavailable = new HttpError(
  503,
  'unavailable',
  'The calendar is not available at the moment. Try again in 30 seconds.',
  {'retry-after': '30'},
)
