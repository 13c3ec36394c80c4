import {representationCache} from './representationCache.ts'
import {health} from './health.ts'
import {HttpError} from './HttpError.ts'
import {snapshotCache, type SnapshotCacheOptions} from './snapshotCache.ts'
import {reply, replyToError} from './reply.ts'
import {representations} from './representations.ts'

export interface HandlerOptions extends SnapshotCacheOptions {
  /** Address of the site, such as `https://example.org`. Its host is the suffix of event UIDs. */
  siteUrl: string
  /** Path at which the handler is mounted. Defaults to `/`. */
  basePath?: string
  /** Absolute address of the page that the feeds belong to. Defaults to `siteUrl`. */
  pageUrl?: string
  /** Whether to compress responses. Defaults to true. Use false behind a server that compresses. */
  compress?: boolean
}

/** Responds to a request, in any runtime with `Request` and `Response`. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Returns a handler that serves `events.json`, `calendar.ics`, `feed.json`, `feed.xml`,
 * `recordings.json`, `recordings.xml` and `health` under `basePath`. docs/sites.md lists the filters.
 *
 * A response is built once and cached until something changes, for at most `maxAgeSeconds`. When the
 * Content Lake fails, the handler serves the last response. After a restart it does so with the loader's
 * `lastGood`.
 *
 * @example
 * export const GET = createHandler({loader, siteUrl: 'https://example.org', basePath: '/api'})
 */
export function createHandler(options: HandlerOptions): Handler {
  const {basePath = '/', onError = () => {}} = options
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`
  const snapshots = snapshotCache(options)
  const cache = representationCache(options)

  async function respond(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed()
    const url = new URL(request.url)
    if (!url.pathname.startsWith(base)) throw notFound(base)
    const name = url.pathname.slice(base.length)
    if (name === 'health') return health(snapshots, options.loader.health())
    const representation = representations.get(name)
    if (!representation) throw notFound(base)
    const {snapshot, freshUntil} = await snapshots.current()
    const packed = await cache.get(snapshot, representation, url)
    return reply(request, packed, (freshUntil - snapshots.now()) / 1000)
  }

  return async (request) => {
    try {
      return await respond(request)
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error)
      return replyToError(error)
    }
  }
}

function notFound(base: string): HttpError {
  const names = [...representations.keys(), 'health'].map((name) => `${base}${name}`)
  return new HttpError(404, 'not-found', `Not found. Available: ${names.join(', ')}.`)
}

function methodNotAllowed(): HttpError {
  return new HttpError(405, 'method-not-allowed', 'This address is read-only. Use GET.', {
    allow: 'GET, HEAD',
  })
}
