import {checkedLanguage} from '../../options/checkedOptions.ts'
import {consoleLogger, oncePerMinute} from '../../logger.ts'
import {
  callback,
  checkOptions,
  flag,
  liveChanges,
  loaderWith,
  logger,
  record,
  text,
  webAddress,
  wholeNumber,
  type Check,
  type Checks,
} from '../../options/optionChecks.ts'
import {embedReplies, type EmbedOptions} from './embed/embedReplies.ts'
import {representationCache} from './representationCache.ts'
import {health} from './health.ts'
import {HttpError} from './HttpError.ts'
import {snapshotCache, type SnapshotCacheOptions} from './snapshotCache.ts'
import {type PlainReply, plainRequest, type PlainRequest, toResponse} from './plainReply.ts'
import {errorReply, packedReply, replyToError} from './reply.ts'
import {type Representation, representations} from './representations.ts'

export interface HandlerOptions extends SnapshotCacheOptions {
  /** Address of the site, such as `https://example.org`. Its host is the suffix of event UIDs. */
  siteUrl: string
  /** Path at which the handler is mounted. Defaults to `/`. */
  basePath?: string
  /** Absolute address of the page that the feeds belong to. Defaults to `siteUrl`. */
  pageUrl?: string
  /**
   * Whether to compress responses. Defaults to true. Use false where something between this handler and the
   * visitor compresses although a response says that it is compressed, or copies the response in workerd.
   */
  compress?: boolean
  /**
   * Serves `embed.html`, a page with the calendar for an iframe on any other site, and `oembed`. Without it,
   * neither exists. docs/elements.md describes them.
   */
  embed?: EmbedOptions
}

/** Responds to a request, in any runtime with `Request` and `Response`. */
export type Handler = (request: Request) => Promise<Response>

/** A handler with a fast path for a server that sends bytes itself. */
export interface CalendarHandler extends Handler {
  /**
   * Returns the bytes of a calendar or feed, and errors as JSON: what the handler returns, without `Request`
   * and `Response`, which cost Node five times as much as the look-up. Undefined for everything else,
   * such as `health`.
   */
  reply(request: PlainRequest): Promise<PlainReply> | undefined
}

/**
 * Returns a handler that serves `events.json`, `calendar.ics`, `feed.json`, `feed.xml`,
 * `recordings.json`, `recordings.xml` and `health` under `basePath`. docs/http.md lists the filters.
 *
 * Now is the loader's `now`. What a visitor does not see is logged, each cause once a minute.
 *
 * A response is built once and cached until something changes, for at most `maxAgeSeconds`. When the
 * Content Lake fails, the handler serves the last response. After a restart it does so with the loader's
 * `lastGood`.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * export const GET = createHandler({loader, siteUrl: 'https://example.org', basePath: '/api'})
 */
export function createHandler(options: HandlerOptions): CalendarHandler {
  checkHandlerOptions('createHandler', options)
  const {basePath = '/', loader} = options
  const base = basePath.endsWith('/') ? basePath : `${basePath}/`
  const log = oncePerMinute(options.logger ?? consoleLogger, () => loader.clock())
  const snapshots = snapshotCache({...options, logger: log})
  const cache = representationCache(options)
  const {siteUrl, pageUrl = siteUrl} = options
  const embed =
    options.embed && embedReplies(options.embed, {siteUrl, pageUrl, base, snapshots, logger: log})

  async function replyWith(
    representation: Representation,
    request: PlainRequest,
  ): Promise<PlainReply> {
    try {
      const {snapshot, freshUntil} = await snapshots.current()
      const packed = await cache.get(snapshot, representation, request.url)
      return packedReply(request, packed, (freshUntil - loader.clock()) / 1000)
    } catch (error) {
      if (!(error instanceof HttpError)) log.error(notAvailable, error)
      return errorReply(error)
    }
  }

  function reply(request: PlainRequest): Promise<PlainReply> | undefined {
    const {pathname} = request.url
    if (!pathname.startsWith(base)) return undefined
    const representation = representations.get(pathname.slice(base.length))
    return representation && replyWith(representation, request)
  }

  async function handle(request: Request): Promise<Response> {
    const plain = plainRequest(request)
    if (!plain) return replyToError(methodNotAllowed())
    const replied = reply(plain) ?? embed?.(plain)
    if (replied) return toResponse(await replied)
    return plain.url.pathname === `${base}health`
      ? health(snapshots, loader)
      : replyToError(notFound(base))
  }

  return Object.assign(handle, {reply})
}

const notAvailable = 'touchpoints: the calendar is not available, so visitors get a 503.'

const basePath: Check = (value) =>
  typeof value === 'string' && /^\/(?!\/)[^?#]*$/.test(value)
    ? undefined
    : 'Use a path that begins with a slash, such as /api.'

const days: Check = (value) =>
  record(value) ??
  ['back', 'ahead'].map((name) => wholeNumber(Reflect.get(Object(value), name))).find(Boolean)

const seconds: Check = (value) =>
  typeof value === 'number' && value > 0 ? undefined : 'Use a number of seconds above 0.'

const checks = {
  loader: loaderWith('meetingsPage', 'events', 'inLanguage', 'health', 'now', 'clock'),
  siteUrl: webAddress,
  basePath,
  pageUrl: webAddress,
  compress: flag,
  embed: record,
  language: text,
  title: text,
  pageOf: callback,
  days,
  maxAgeSeconds: seconds,
  changes: liveChanges,
  logger,
} as const satisfies Checks<HandlerOptions>

/**
 * @param owner - the function that the options are for
 * @throws ConfigurationError when an option is missing or invalid
 */
export function checkHandlerOptions(owner: string, options: Partial<HandlerOptions>): void {
  checkOptions(owner, options, checks, ['loader', 'siteUrl'])
  if (options.language !== undefined) checkedLanguage(options.language)
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
