import {rememberedRevisions} from '../../feeds/index.ts'
import type {Programme} from '../../feeds/readProgramme.ts'
import {health} from './health.ts'
import {HttpError} from './HttpError.ts'
import {programmeCache, type ProgrammeCacheOptions} from './programmeCache.ts'
import {pack, reply, replyToError, type Packed} from './reply.ts'
import {representations} from './representations.ts'

export interface HandlerOptions extends ProgrammeCacheOptions {
  /** Where the site is, such as `https://example.org`: its host ends the UIDs that go out. */
  siteUrl: string
  /** Where the handler is mounted. Default: `/`. */
  basePath?: string
  /** The page that the feeds belong to, absolute. Default: `siteUrl`. */
  pageUrl?: string
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
  const programmes = programmeCache(options)
  const answers = answerCache(options, base)

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed()
    const url = new URL(request.url)
    if (!url.pathname.startsWith(base)) throw notFound(base)
    const name = url.pathname.slice(base.length)
    if (name === 'health') return health(programmes)
    if (!representations.has(name)) throw notFound(base)
    const {programme, freshUntil} = await programmes.current()
    const packed = await answers.of(programme, name, url)
    return reply(request, packed, (freshUntil - programmes.now()) / 1000)
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

/** Which answers are kept is the visitors' to choose, so there is a limit: the oldest goes. */
const keptAnswers = 500

function answerCache({siteUrl, pageUrl = siteUrl}: HandlerOptions, base: string) {
  const {host} = new URL(siteUrl)
  const memory = new Map<string, {fingerprint: string; changedAt: string}>()
  let of: Programme | undefined
  let kept = new Map<string, Promise<Packed>>()

  async function make(programme: Programme, name: string, url: URL): Promise<Packed> {
    const representation = representations.get(name)
    if (!representation) throw notFound(base)
    const text = representation.write({
      programme,
      query: url.searchParams,
      url: new URL(`${base}${name}${url.search}`, siteUrl).href,
      pageUrl,
      host,
      revisionOf: rememberedRevisions(memory, programme.now),
    })
    return pack(text, representation.contentType)
  }

  return {
    async of(programme: Programme, name: string, url: URL): Promise<Packed> {
      if (of !== programme) {
        of = programme
        kept = new Map()
      }
      const key = `${name}${url.search}`
      const known = kept.get(key)
      if (known) return known
      const [oldest] = kept.keys()
      if (kept.size >= keptAnswers && oldest !== undefined) kept.delete(oldest)
      const made = make(programme, name, url)
      kept.set(key, made)
      made.catch(() => kept.delete(key))
      return made
    },
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
