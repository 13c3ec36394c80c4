import type {IncomingMessage} from 'node:http'

export interface ValidRequest {
  kind: 'valid'
  method: (typeof methods)[number]
  /** The address, with the site's own origin. */
  url: URL
}

export interface RefusedRequest {
  kind: 'refused'
  status: 400 | 405 | 413 | 414
  /** Why, for the client. */
  message: string
}

/** Characters. A page's longest address is far below. */
const maxUrlLength = 4096
/** Bytes of a form. The preview's forms have less than 1 kB. */
export const maxBodyBytes = 65_536

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const

/**
 * Checks what every request must fulfill, before anything else reads it. The URL that it returns has the
 * site's own origin, because the `Host` header is a stranger's text.
 */
export function checkRequest(
  {method, url = '', headers}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  origin: string,
): ValidRequest | RefusedRequest {
  const allowed = methods.find((name) => name === method)
  if (!allowed) return refused(405, 'This method is not supported. Use GET.')
  if (url.length > maxUrlLength) return refused(414, 'The address is too long.')
  if (!isHost(headers.host)) return refused(400, 'The Host header is invalid.')
  const target = targetOf(url)
  if (target === undefined || !URL.canParse(`${origin}${target}`)) {
    return refused(400, 'The address is invalid.')
  }
  const parsed = new URL(`${origin}${target}`)
  if (!isDecodable(parsed.pathname)) {
    return refused(400, 'The address contains an invalid percent escape.')
  }
  const length = Number(headers['content-length'] ?? 0)
  if (length > maxBodyBytes) return refused(413, `The body is larger than ${maxBodyBytes} bytes.`)
  return {kind: 'valid', method: allowed, url: parsed}
}

/** Returns path and query. A proxy may send the whole address (RFC 9112 section 3.2.2). */
function targetOf(url: string): string | undefined {
  const target = url.replace(/^https?:\/\/[^/?#]+(?=\/)/i, '')
  // `//host` and `/\host` are addresses of another host for a browser that follows them.
  return /^\/(?![/\\])/.test(target) ? target : undefined
}

/** HTTP/1.0 has no Host header, and Node refuses HTTP/1.1 without one. */
function isHost(host: string | undefined): boolean {
  if (host === undefined) return true
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`)
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function refused(status: RefusedRequest['status'], message: string): RefusedRequest {
  return {kind: 'refused', status, message}
}
