import type {MiddlewareHandler} from 'hono'
import {requestError} from './apiError.ts'
import {hostName} from './hostName.ts'

export interface GuardOptions {
  isAllowedHost: (host: string) => boolean
  isAllowedOrigin: (origin: string) => boolean
}

/**
 * Blocks requests from web pages on other machines, reads and writes.
 *
 * - DNS rebinding: an attacker's name that resolves to this machine arrives as `Host`. Only loopback
 *   names and `allowedHosts` pass. `*.localhost` never leaves the machine (RFC 6761, section 6.3).
 * - Cross-site requests: a browser sends `Origin` with every request that a script may read, and with
 *   every POST, even without a preflight. The guard checks it before anything else runs.
 * - Reads without `Origin` (`<img>`, `<script>`): `Sec-Fetch-Site` identifies them.
 */
export function guard(allowed: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const {headers, method} = context.req.raw
    const hosts = requestHosts(context.req.raw)
    const origin = headers.get('origin')
    assertAllowed({hosts, ...(origin !== null && {origin})}, allowed)
    if (origin === null && isForeignEmbedding(headers, allowed.isAllowedOrigin)) {
      throw requestError(
        403,
        'Requests from pages of other sites are not allowed. Add the origin to allowedOrigins.',
      )
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

/**
 * Returns the hosts that a request names: in its header and in its target. They differ for a target with a host of its
 * own, which then decides (RFC 9112, section 3.2.2).
 */
export function requestHosts({headers, url}: Request): string[] {
  return [headers.get('host'), new URL(url).host].filter((host) => host !== null)
}

/** Checks the hosts and the origin that a request names. @throws ApiError 403 */
export function assertAllowed(
  {hosts, origin}: {hosts: readonly string[]; origin?: string},
  {isAllowedHost, isAllowedOrigin}: GuardOptions,
) {
  for (const host of hosts) {
    if (isAllowedHost(host)) continue
    throw requestError(
      403,
      `The host "${host}" is not allowed, because a web page could have chosen it. Use localhost or 127.0.0.1, or allow the name: createLake({allowedHosts: ["${hostName(host)}"]}), or lake --allow-host ${hostName(host)}.`,
    )
  }
  if (origin === undefined || isAllowedOrigin(origin)) return
  throw requestError(403, `The origin "${origin}" is not allowed. Add it to allowedOrigins.`)
}

/** Returns whether a host is `localhost`, `<any name>.localhost` or a loopback address, with any port. */
export function isLoopbackHost(host: string): boolean {
  const name = hostName(host)
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  )
}

/** Returns whether an origin is on this machine. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const {protocol, host} = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(host)
}

function isForeignEmbedding(headers: Headers, isAllowedOrigin: (origin: string) => boolean) {
  if (headers.get('sec-fetch-site') !== 'cross-site') return false
  // A followed link or a typed address shows the response to the person only.
  if (
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document'
  ) {
    return false
  }
  // Browsers treat 127.0.0.1 and localhost as different sites. Both are this machine.
  const referrer = headers.get('referer')
  return referrer === null || !URL.canParse(referrer) || !isAllowedOrigin(new URL(referrer).origin)
}

/** Returns the headers that allow a page to send a request. */
export function preflight(origin: string, headers: Headers): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
    'access-control-max-age': '600',
    vary: 'Origin, Access-Control-Request-Headers',
  }
}
