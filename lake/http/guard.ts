import type {MiddlewareHandler} from 'hono'
import {requestError} from './apiError.ts'

export interface GuardOptions {
  isAllowedHost: (host: string) => boolean
  isAllowedOrigin: (origin: string) => boolean
}

/**
 * Keeps web pages from elsewhere out, on reads and on writes.
 *
 * - DNS rebinding: a foreign name that resolves to this machine arrives with that name as `Host`.
 *   Only loopback names are answered; `*.localhost` never leaves the machine (RFC 6761, section 6.3).
 * - Cross-site requests: a browser sends `Origin` with every request that a script may read and with
 *   every POST, also the "simple" ones that ask no leave. An origin that is not allowed is refused
 *   before anything is done.
 * - Reads that send no `Origin` (`<img>`, `<script>`): `Sec-Fetch-Site` tells them.
 */
export function guard({isAllowedHost, isAllowedOrigin}: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const {headers, url, method} = context.req.raw
    const host = headers.get('host') ?? new URL(url).host
    if (!isAllowedHost(host)) {
      throw requestError(
        403,
        `The host "${host}" is not this machine: ask at localhost or 127.0.0.1`,
      )
    }
    const origin = headers.get('origin')
    if (origin !== null && !isAllowedOrigin(origin)) {
      throw requestError(403, `The origin "${origin}" may not use this lake`)
    }
    if (origin === null && isForeignEmbedding(headers, isAllowedOrigin)) {
      throw requestError(403, 'A page of another site may not use this lake')
    }
    if (origin !== null && method === 'OPTIONS') {
      return new Response(null, {status: 204, headers: preflight(origin, headers)})
    }
    await next()
    if (origin === null) return
    context.res.headers.set('access-control-allow-origin', origin)
    context.res.headers.set('access-control-allow-credentials', 'true')
    context.res.headers.append('vary', 'Origin')
  }
}

/** `localhost`, `<anything>.localhost` and the loopback addresses, with any port. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  )
}

/** Pages served by this machine itself. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const {protocol, host} = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(host)
}

function isForeignEmbedding(headers: Headers, isAllowedOrigin: (origin: string) => boolean) {
  if (headers.get('sec-fetch-site') !== 'cross-site') return false
  // A link followed or an address typed shows the answer to the person alone.
  if (
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document'
  ) {
    return false
  }
  // 127.0.0.1 and localhost are different sites to a browser, and both are ours.
  const referrer = headers.get('referer')
  return referrer === null || !URL.canParse(referrer) || !isAllowedOrigin(new URL(referrer).origin)
}

function preflight(origin: string, headers: Headers): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
    'access-control-max-age': '600',
    vary: 'Origin, Access-Control-Request-Headers',
  }
}
