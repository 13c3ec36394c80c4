import {acceptsGzip} from './acceptsGzip.ts'
import {HttpError} from './HttpError.ts'
import type {Packed} from './pack.ts'

/**
 * @param freshSeconds - how long the answer cannot have changed, as far as is known
 */
export function reply(request: Request, packed: Packed, freshSeconds: number): Response {
  const {contentType, plain, gzip, etag} = packed
  const headers: Record<string, string> = {
    'content-type': contentType,
    'cache-control': `public, max-age=${Math.max(0, Math.floor(freshSeconds))}, stale-if-error=86400`,
    etag,
    vary: 'accept-encoding',
    // Public by nature: a plain page on another host reads it with one element.
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  }
  if (matches(request.headers.get('if-none-match'), etag)) {
    return new Response(null, {status: 304, headers})
  }
  const zipped = gzip && acceptsGzip(request.headers.get('accept-encoding'))
  const body = zipped ? gzip : plain
  headers['content-length'] = String(body.length)
  if (zipped) headers['content-encoding'] = 'gzip'
  return new Response(request.method === 'HEAD' ? null : body, {headers})
}

/** RFC 9110 section 13.1.2: by weak comparison. */
function matches(asked: string | null, etag: string): boolean {
  if (asked === null) return false
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((tag) => opaque(tag) === opaque(etag))
}

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

/** The cause can name inner addresses: it is for the log, not for visitors. */
const unavailable = new HttpError(
  503,
  'unavailable',
  'The calendar cannot be read at the moment. Try again in half a minute.',
  {'retry-after': '30'},
)
