import {representationCache} from './representationCache.ts'
import {health} from './health.ts'
import {HttpError} from './HttpError.ts'
import {snapshotCache, type SnapshotCacheOptions} from './snapshotCache.ts'
import {reply, replyToError} from './reply.ts'
import {representations} from './representations.ts'

export interface HandlerOptions extends SnapshotCacheOptions {
  /** Where the site is, such as `https://example.org`: its host ends the UIDs that go out. */
  siteUrl: string
  /** Where the handler is mounted. Default: `/`. */
  basePath?: string
  /** The page that the feeds belong to, absolute. Default: `siteUrl`. */
  pageUrl?: string
  /** Default: true. False where whatever stands in front compresses, and would do it twice. */
  compress?: boolean
}

export type Handler = (request: Request) => Promise<Response>

/**
 * Every way out of the calendar behind one function: `events.json`, `calendar.ics`, `feed.json`,
 * `feed.xml`, `recordings.json`, `recordings.xml` and `health`, under `basePath`. docs/sites.md
 * lists the filters.
 *
 * An answer is made once and kept until something changes, at most `maxAgeSeconds`; a visitor then
 * costs a look-up. When the Content Lake fails, the last answer goes on being served.
 *
 * @example
 * export const GET = createHandler({loader, siteUrl: 'https://example.org', basePath: '/api'})
 */
export function createHandler(options: HandlerOptions): Handler {
  const {basePath = '/', onError = () => {}} = options
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`
  const snapshots = snapshotCache(options)
  const answers = representationCache(options)

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed()
    const url = new URL(request.url)
    if (!url.pathname.startsWith(base)) throw notFound(base)
    const name = url.pathname.slice(base.length)
    if (name === 'health') return health(snapshots)
    const representation = representations.get(name)
    if (!representation) throw notFound(base)
    const {snapshot, freshUntil} = await snapshots.current()
    const packed = await answers.of(snapshot, representation, url)
    return reply(request, packed, (freshUntil - snapshots.now()) / 1000)
  }

  return async (request) => {
    try {
      return await answer(request)
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error)
      return replyToError(error)
    }
  }
}

function notFound(base: string): HttpError {
  const names = [...representations.keys(), 'health'].map((name) => `${base}${name}`)
  return new HttpError(404, 'not-found', `There is nothing here. There is: ${names.join(', ')}.`)
}

function methodNotAllowed(): HttpError {
  return new HttpError(405, 'method-not-allowed', 'This can be read only: use GET.', {
    allow: 'GET, HEAD',
  })
}
