export interface ServedFile {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
  /** The entity tag without quotes. Identifies the bytes. */
  tag: string
  /** Whether the format depends on the request's `Accept` header. */
  negotiated?: boolean
  /** The file name for a download. Without it, a browser shows the file. */
  download?: string
}

/**
 * Returns the response for a file, or for the part that `Range` requests.
 *
 * File names contain a hash of the content, so browsers may cache them forever.
 */
export function serveBytes(request: Request, file: ServedFile): Response {
  const {bytes, contentType, tag, negotiated, download} = file
  const headers = new Headers({
    'content-type': contentType,
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag: `"${tag}"`,
    // An uploaded HTML or SVG file must not run scripts as this origin.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  })
  if (negotiated) headers.set('vary', 'Accept')
  if (matchesTag(request.headers.get('if-none-match'), tag)) {
    return new Response(null, {status: 304, headers})
  }
  if (download !== undefined) {
    headers.set(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(download.toWellFormed())}`,
    )
  }
  const range = parseRange(request.headers.get('range'), bytes.byteLength)
  if (range === undefined) return new Response(bytes, {headers})
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${bytes.byteLength}`)
    return new Response(null, {status: 416, headers})
  }
  headers.set('content-range', `bytes ${range.start}-${range.end}/${bytes.byteLength}`)
  return new Response(bytes.slice(range.start, range.end + 1), {status: 206, headers})
}

/** Returns whether the client already has the bytes (RFC 9110, section 13.1.2). */
function matchesTag(ifNoneMatch: string | null, tag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((item) => item.trim().replace(/^W\//, '')) ?? []
  return tags.includes('*') || tags.includes(`"${tag}"`)
}

/** Parses one range (RFC 9110, section 14.1.2). For several ranges, the response is the whole file. */
function parseRange(header: string | null, size: number) {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!match) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : {start, end}
}
