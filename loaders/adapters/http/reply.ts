import {HttpError} from './HttpError.ts'

/** An answer ready to be sent to anyone, any number of times. */
export interface Packed {
  contentType: string
  plain: Uint8Array<ArrayBuffer>
  /** Absent where compressing would make it longer. */
  gzip?: Uint8Array<ArrayBuffer>
  etag: string
}

/** Below about a network packet compression saves nothing. */
const worthCompressing = 1000

export async function pack(text: string, contentType: string): Promise<Packed> {
  const plain = new TextEncoder().encode(text)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', plain))
  // Weak: the same tag stands for the plain and the compressed body (RFC 9110 section 8.8.1).
  const hex = Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0'))
  const etag = `W/"${hex.join('')}"`
  if (plain.length < worthCompressing) return {contentType, plain, etag}
  return {contentType, plain, gzip: await compress(plain), etag}
}

async function compress(bytes: Uint8Array<ArrayBuffer>) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

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

function acceptsGzip(accepted: string | null): boolean {
  if (accepted === null) return false
  return accepted.split(',').some((coding) => {
    const [name, quality] = coding
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    return (name === 'gzip' || name === '*') && !/^q=0(?:\.0*)?$/.test(quality ?? '')
  })
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
