import type {MiddlewareHandler} from 'hono'
import {eventStreamType} from '../events/serverSentEvent.ts'
import {assertAllowed, type GuardOptions, preflight, requestHosts} from './guard.ts'
import {hostName} from './hostName.ts'
import type {StreamTickets} from './streamTickets.ts'

/** The query parameter with the id of a ticket. */
const ticketParameter = 'ticket'

/** Without the port. A name of its own for each stream, in front of the name in the first request. */
const streamHost = /^s\d+\.streams\./

/** Headers by which a proxy says that the browser requested another address. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host'] as const

export interface StreamHosts {
  /** Sends an event stream of a browser to a host name of its own. Belongs after the guard. */
  redirect: MiddlewareHandler
  /** Answers a redirected event stream. Belongs before the guard, which rejects its origin. */
  follow: MiddlewareHandler
}

/**
 * Gives each event stream of a browser a host name of its own.
 *
 * A browser opens at most six HTTP/1.1 connections to one host, and a Studio holds about ten event streams. The
 * seventh request would wait forever. HTTP/2 would need a certificate. All names below `localhost` lead to this
 * machine (RFC 6761, section 6.3). So the lake redirects a stream from `local.localhost` to
 * `s1.streams.local.localhost`, the next one to `s2.streams.local.localhost`, and so on.
 *
 * After a redirect to another origin, a browser sends `Origin: null` and drops the token (Fetch, section 4.4). So the
 * lake keeps the first request, which it has checked, and answers it where a valid ticket arrives. Scripts cannot
 * read the address of a redirect. A client that connects again uses its first address, and gets a new ticket.
 *
 * @param answer answers the first request
 */
export function streamHosts(
  tickets: StreamTickets,
  allowed: GuardOptions,
  answer: (request: Request) => Response | Promise<Response>,
): StreamHosts {
  const followed = new WeakSet<Request>()
  let streams = 0
  return {
    async redirect({req: {raw}}, next) {
      const origin = followed.has(raw) ? undefined : pageOf(raw)
      const base = origin === undefined ? undefined : baseHost(raw)
      if (origin === undefined || base === undefined) return next()
      const host = `s${++streams}.streams.${base}`
      const url = new URL(raw.url)
      url.host = base
      url.searchParams.delete(ticketParameter)
      const id = tickets.issue({url: url.href, headers: new Headers(raw.headers), origin, host})
      // The stream works without a redirect too, until there are six.
      if (id === undefined) return next()
      url.searchParams.set(ticketParameter, id)
      // Without the scheme, which only the browser knows.
      const location = `//${host}${url.pathname}${url.search}`
      return new Response(null, {status: 307, headers: {location, 'cache-control': 'no-store'}})
    },
    async follow({req: {raw}}, next) {
      const id = new URL(raw.url).searchParams.get(ticketParameter)
      const ticket = id === null ? undefined : tickets.find(id)
      const origin = raw.headers.get('origin')
      const hosts = requestHosts(raw)
      const isValid =
        (origin === 'null' || origin === ticket?.origin) &&
        hosts.every((host) => host === ticket?.host)
      if (id === null || !ticket || origin === null || !isValid) return next()
      assertAllowed({hosts, origin: ticket.origin}, allowed)
      if (raw.method === 'OPTIONS') {
        return new Response(null, {status: 204, headers: preflight(origin, raw.headers)})
      }
      if (raw.method !== 'GET') return next()
      tickets.use(id)
      const {url, headers} = ticket
      const request = new Request(url, {headers})
      followed.add(request)
      const response = await answer(request)
      response.headers.set('access-control-allow-origin', origin)
      return response
    },
  }
}

/**
 * Returns the origin of the page that requests an event stream directly. Undefined for a client that is no browser, or
 * behind a proxy or TLS, where names below `localhost` do not lead to the lake.
 */
function pageOf({method, headers, url}: Request): string | undefined {
  if (method !== 'GET' || !headers.get('accept')?.includes(eventStreamType)) return undefined
  // Node has no Sec-Fetch-Site. It does not resolve the names, and opens any number of connections.
  const site = headers.get('sec-fetch-site')
  if (site === null || headers.get('sec-fetch-mode') !== 'cors') return undefined
  const {protocol, origin} = new URL(url)
  if (protocol !== 'http:' || proxyHeaders.some((name) => headers.has(name))) return undefined
  return headers.get('origin') ?? (site === 'same-origin' ? origin : undefined)
}

/**
 * Returns the host of the first request, without the name of a stream. Undefined if the browser may not resolve names
 * below it.
 */
function baseHost({headers, url}: Request): string | undefined {
  const {host} = new URL(url)
  const name = hostName(host)
  if (name.endsWith('.localhost')) return host.replace(streamHost, '')
  // Safari before macOS 26 does not resolve them. Other browsers do not send a version of this form.
  const isSafari = /\bVersion\/[\d.]+ .*\bSafari\//.test(headers.get('user-agent') ?? '')
  return name === 'localhost' && !isSafari ? host : undefined
}
