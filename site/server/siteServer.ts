import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {createRequestFromNodeRequest} from 'astro/app/node'
import {
  type CalendarHandler,
  HttpError,
  overloaded,
  type PageAddress,
  type PageCache,
} from 'touchpoints/http'
import {hasSessionCookie} from 'touchpoints/preview'

import {canonicalPath} from './canonicalPath.ts'
import {isContentSheet} from './pageAddress.ts'
import {checkRequest, maxBodyBytes, type ValidRequest} from './checkRequest.ts'
import type {FairQueue} from './fairQueue.ts'
import {isSearchApi} from './isSearch.ts'
import type {LoadMonitor} from './loadMonitor.ts'
import type {App} from './renderPage.ts'
import {sendReply, sendResponse, sendText} from './sendReply.ts'
import {type WorkLimits, workLimits, workQueues} from './workQueues.ts'

/** Limits of the site's server. Times are in milliseconds. */
export interface ServerLimits {
  /** Open connections. Further ones are closed at once. An open page uses one for its changes. */
  connections: number
  /** Open pages that follow changes. A further one gets a 503 and tries again. */
  streams: number
  /** Uncached requests that run and wait. A further one gets a 503. */
  work: WorkLimits
  /** Time for the headers of a request. */
  headersTimeout: number
  /** Time for a whole request. */
  requestTimeout: number
  /** Time without a byte in either direction. A stream sends one every 25 s. */
  idleTimeout: number
}

export const serverLimits = {
  connections: 4000,
  streams: 2000,
  work: workLimits,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  idleTimeout: 60_000,
} as const satisfies ServerLimits

export interface SiteServerOptions {
  /** The site's public address, without a path. */
  origin: string
  pages: Pick<PageCache, 'respond'>
  /** Returns the address of a page that may be cached. */
  addressOf: (url: URL) => PageAddress | undefined
  /** Whether a `Cookie` header opens a preview. Only then the request goes past the cache. */
  hasSession: (cookie: string) => Promise<boolean>
  /** Whether this site signed the token of a shared link. */
  isSignedShare: (token: string) => Promise<boolean>
  /** Serves what is below `/api/` and public: the calendar, the feeds and health. */
  api: CalendarHandler
  /** Returns the stream of changes for open pages. */
  live: () => Response
  /** Renders everything else. */
  app: App
  /** Serves the files of the build. Calls the function for a path without a file. */
  files: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  load: Pick<LoadMonitor, 'isBusy'>
  /** Ends the streams when the site stops. They would keep it running. */
  stopping?: AbortSignal
  limits?: Partial<ServerLimits>
  /** Called with errors that visitors don't see. */
  onError: (error: unknown) => void
}

/**
 * Creates the site's server. It owns the edges: every request passes `checkRequest` first, every error ends
 * with its own response, and everything is limited.
 *
 * What is ready is always served: files, pages in the cache, the calendar, health. What takes work waits
 * in a short queue, and gets a 503 with `Retry-After` when the queue is full or the process is busy.
 */
export function siteServer(options: SiteServerOptions): Server {
  const {origin, pages, addressOf, hasSession, api, live, app, files, load, onError} = options
  const {isSignedShare} = options
  const limits = {...serverLimits, ...options.limits}
  const queueOf = workQueues(limits.work)
  const streams = new Set<ServerResponse>()
  options.stopping?.addEventListener('abort', () => {
    for (const response of streams) response.destroy()
  })

  async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    {method, url}: ValidRequest,
  ): Promise<void> {
    const {cookie} = request.headers
    const isEditor = hasSessionCookie(cookie) && (await hasSession(cookie ?? ''))
    const sendUncached = () => sendRendered(request, response, queueOf(url, isEditor))
    if (method !== 'GET' && method !== 'HEAD') {
      if (url.pathname.startsWith('/api/')) return sendUncached()
      return sendText(response, 405, 'This page is read-only. Use GET.', {allow: 'GET, HEAD'})
    }
    if (isSearchApi(url.pathname)) return sendUncached()
    const path = canonicalPath(url.pathname)
    if (path !== url.pathname) {
      const location = `${path}${url.search}`
      return sendText(response, 308, `The address is ${path}`, {
        location,
        'cache-control': 'no-cache',
      })
    }
    const header = (name: string) => headerOf(request, name)
    const calendar = api.reply({method, url, header})
    if (calendar) return sendReply(response, await calendar)
    if (isCalendar(url.pathname))
      return sendResponse(response, await api(new Request(url, {method})))
    if (url.pathname === '/api/live') return sendStream(response, method)
    const address = addressOf(url)
    const share = url.searchParams.get('share')
    if (share !== null && !isEditor && !(await isSignedShare(share))) {
      return sendText(response, 410, 'This shared link is invalid. Ask for a new one.', {
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex, nofollow',
      })
    }
    if (!address || isEditor) return sendUncached()
    const reply = pages.respond(address, {method, header})
    return sendReply(response, reply instanceof Promise ? await reply : reply)
  }

  async function sendRendered(
    request: IncomingMessage,
    response: ServerResponse,
    queue: FairQueue,
  ): Promise<void> {
    if (load.isBusy()) throw overloaded()
    const rendered = await queue.run(request.socket.remoteAddress ?? '', () =>
      app.render(createRequestFromNodeRequest(request, {bodySizeLimit: maxBodyBytes}), {
        addCookieHeader: true,
      }),
    )
    await sendResponse(response, rendered)
  }

  async function sendStream(response: ServerResponse, method: 'GET' | 'HEAD'): Promise<void> {
    if (method === 'HEAD') return sendText(response, 405, 'Use GET.', {allow: 'GET'})
    if (streams.size >= limits.streams) throw overloaded()
    streams.add(response)
    try {
      await sendResponse(response, live())
    } finally {
      streams.delete(response)
    }
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    // A write to a client that left must not end the process.
    request.on('error', () => {})
    response.on('error', () => {})
    const fail = (error: unknown) => sendError(response, error, onError)
    try {
      const checked = checkRequest(request, origin)
      if (checked.kind === 'refused') {
        // What follows on this connection can't be trusted.
        sendText(response, checked.status, checked.message, {connection: 'close'})
        return
      }
      const next = () => void respond(request, response, checked).catch(fail)
      if (checked.method === 'GET' || checked.method === 'HEAD') files(request, response, next)
      else next()
    } catch (error) {
      fail(error)
    }
  }

  const server = createServer(
    {headersTimeout: limits.headersTimeout, requestTimeout: limits.requestTimeout},
    listener,
  )
  server.maxConnections = limits.connections
  server.timeout = limits.idleTimeout
  server.on('clientError', (_error, socket) => {
    socket.on('error', () => {})
    if (!socket.writable) return
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return server
}

/** `/api/health`, and what does not exist below `/api/`. */
function isCalendar(path: string): boolean {
  return /^\/api\/[^/]+$/.test(path) && path !== '/api/live' && !isContentSheet(path)
}

function headerOf({headers}: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function sendError(
  response: ServerResponse,
  error: unknown,
  onError: (error: unknown) => void,
): void {
  if (!(error instanceof HttpError)) onError(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof HttpError) {
    sendText(response, error.status, error.message, error.headers)
    return
  }
  // The cause can contain internal addresses, so it is logged and not sent to visitors.
  sendText(response, 500, 'The page could not be rendered. Try again in a minute.')
}
