import {QueryError} from '../../errors.ts'
import {acceptsEncoding} from './acceptsEncoding.ts'
import {HttpError} from './HttpError.ts'
import {matchesTag} from './matchesTag.ts'
import {type PlainReply, type PlainRequest, toResponse} from './plainReply.ts'
import type {DatedBody} from './representationCache.ts'

/**
 * Returns a reply with a body, or 304 when the client has it.
 *
 * @param freshSeconds - how long the body stays valid, as far as is known
 */
export function packedReply(
  request: PlainRequest,
  packed: DatedBody,
  freshSeconds: number,
): PlainReply {
  const {contentType, plain, gzip, etag, changedAt} = packed
  const headers: Record<string, string> = {
    'content-type': contentType,
    'cache-control': `public, max-age=${Math.max(0, Math.floor(freshSeconds))}, ${whenStale}`,
    etag,
    'last-modified': new Date(changedAt).toUTCString(),
    vary: 'accept-encoding',
    ...publicHeaders,
  }
  if (isKnown(request, packed)) return {status: 304, headers}
  const zipped = gzip && acceptsEncoding(request.header('accept-encoding'), 'gzip')
  const body = zipped ? gzip : plain
  headers['content-length'] = String(body.length)
  if (zipped) headers['content-encoding'] = 'gzip'
  return {status: 200, headers, ...(request.method === 'GET' && {body})}
}

/** The data is public. A plain page on another host can read it with one element. */
const publicHeaders = {
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/**
 * A cache may answer at once for a minute while it asks again, because clients compute "next" and "live" by
 * their own clock. It may answer for a day while the site is down (RFC 5861).
 */
const whenStale = 'stale-while-revalidate=60, stale-if-error=86400'

/** Whether the client has this body. The date counts only without a tag (RFC 9110 section 13.1.3). */
function isKnown(request: PlainRequest, {etag, changedAt}: DatedBody): boolean {
  const tags = request.header('if-none-match')
  if (tags) return matchesTag(tags, etag)
  const since = Date.parse(request.header('if-modified-since') ?? '')
  return Math.floor(changedAt / 1000) * 1000 <= since
}

/** Returns the response for an error. Visitors see no details of unexpected errors. */
export function replyToError(error: unknown): Response {
  return toResponse(errorReply(error))
}

/** Returns the reply for an error, as JSON. */
export function errorReply(error: unknown): PlainReply {
  const {status, code, message, headers} = error instanceof HttpError ? error : unavailable(error)
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...publicHeaders,
      ...headers,
    },
    body: new TextEncoder().encode(JSON.stringify({error: {code, message}})),
  }
}

/** The cause can contain internal addresses, so it is logged and not sent to visitors. */
function unavailable(error: unknown): HttpError {
  const wanted = error instanceof QueryError ? (error.retryAfter ?? 0) / 1000 : 0
  const seconds = Math.max(30, Math.ceil(wanted))
  return new HttpError(
    503,
    'unavailable',
    `The calendar is not available at the moment. Try again in ${seconds} seconds.`,
    {'retry-after': String(seconds)},
  )
}
