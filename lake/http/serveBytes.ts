export interface Served {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
  /** The same for the same bytes, without quotes. */
  tag: string
  /** Whether the request's `Accept` had a say in the format. */
  negotiated?: boolean
  /** The file name to save it under; absent to show it. */
  download?: string
}

/** A file's answer, whole or the part that `Range` asks for. Names hold a hash: they never change. */
export function serveBytes(request: Request, served: Served): Response {
  const {bytes, contentType, tag, negotiated, download} = served
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
  if (isKnown(request.headers.get('if-none-match'), tag)) {
    return new Response(null, {status: 304, headers})
  }
  if (download !== undefined) {
    headers.set(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(download)}`,
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

/** Whether the client has these bytes (RFC 9110, section 13.1.2). */
function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return tags.includes('*') || tags.includes(`"${tag}"`)
}

/** One range of RFC 9110, section 14.1.2. Several at once are answered with the whole, as allowed. */
function parseRange(header: string | null, size: number) {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!match) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : {start, end}
}
