import {ConfigurationError} from '../../../errors.ts'
import type {CalendarSnapshot} from '../../../feeds/readSnapshot.ts'
import type {Logger} from '../../../logger.ts'
import {HttpError} from '../HttpError.ts'
import type {PlainReply, PlainRequest} from '../plainReply.ts'
import {errorReply} from '../reply.ts'
import type {SnapshotCache} from '../snapshotCache.ts'
import {embedPage} from './embedPage.ts'
import {readEmbedRequest} from './embedRequest.ts'
import {oembed} from './oembed.ts'

/** How other sites show the calendar in a frame. */
export interface EmbedOptions {
  /** Address of `bundle.js` of @touchpoints/elements on the site, such as `/touchpoints/elements.js`. */
  script: string
}

export interface EmbedContext {
  /** Address of the site. */
  siteUrl: string
  /** Absolute address of the page that the calendar belongs to. */
  pageUrl: string
  /** Path of the handler, with a slash at its end. */
  base: string
  snapshots: Pick<SnapshotCache, 'current'>
  logger: Logger
}

/** Returns the reply to `embed.html` or `oembed`. Undefined for any other address. */
export type EmbedReplies = (request: PlainRequest) => Promise<PlainReply> | undefined

const notAvailable =
  'touchpoints: the calendar for other pages is not available, so visitors get a 503.'

/** Seconds that a page may be cached. It has no events, only the title. */
const maxAge = 3600

/**
 * Serves `embed.html`, a page for an iframe, and `oembed`, which describes it to other sites.
 *
 * @throws ConfigurationError if the address of the script is not valid
 */
export function embedReplies({script}: EmbedOptions, context: EmbedContext): EmbedReplies {
  const {siteUrl, pageUrl, base, snapshots} = context
  const embedUrl = new URL(`${base}embed.html`, siteUrl)
  const policy = policyOf(script, embedUrl)

  function pageReply(query: URLSearchParams, snapshot: CalendarSnapshot): PlainReply {
    const request = readEmbedRequest(query, snapshot)
    const own = withQuery(embedUrl, query)
    const oembedUrl = new URL(`${base}oembed`, siteUrl)
    oembedUrl.searchParams.set('url', own.href)
    const {title} = snapshot.document
    const text = embedPage({...request, title, pageUrl, script, oembedUrl: oembedUrl.href})
    return replyOf(text, 'text/html; charset=utf-8', {'content-security-policy': policy})
  }

  function oembedReply(query: URLSearchParams, snapshot: CalendarSnapshot): PlainReply {
    const format = query.get('format') ?? 'json'
    if (format !== 'json') {
      throw new HttpError(501, 'unknown-format', 'Only JSON is available. Use format=json.')
    }
    const parameters = parametersOf(query.get('url'), [pageUrl, siteUrl])
    const {element} = readEmbedRequest(parameters, snapshot)
    const {title} = snapshot.document
    const own = withQuery(embedUrl, parameters).href
    const text = oembed({title, siteUrl, embedUrl: own, element, query})
    return replyOf(text, 'application/json; charset=utf-8', {'access-control-allow-origin': '*'})
  }

  /** Returns the parameters of the page that an oEmbed request is about. */
  function parametersOf(address: string | null, pages: readonly string[]): URLSearchParams {
    const url = address !== null && URL.canParse(address) ? new URL(address) : undefined
    if (url && isSamePage(url, embedUrl)) return url.searchParams
    if (url && pages.some((page) => isSamePage(url, new URL(page)))) return new URLSearchParams()
    const known = [...new Set([embedUrl.href, ...pages])].join(', ')
    throw new HttpError(
      404,
      'not-found',
      `url is not a page with a calendar. Use one of: ${known}.`,
    )
  }

  const replies = new Map([
    [`${base}embed.html`, pageReply],
    [`${base}oembed`, oembedReply],
  ])

  async function replyWith(reply: typeof pageReply, request: PlainRequest): Promise<PlainReply> {
    try {
      const {snapshot} = await snapshots.current()
      const {body, ...head} = reply(request.url.searchParams, snapshot)
      return {...head, ...(request.method === 'GET' && body && {body})}
    } catch (error) {
      if (!(error instanceof HttpError)) context.logger.error(notAvailable, error)
      return errorReply(error)
    }
  }

  return (request) => {
    const reply = replies.get(request.url.pathname)
    return reply && replyWith(reply, request)
  }
}

/** Any site may frame the page. It may load its script and the events, and nothing else. */
function policyOf(script: string, page: URL): string {
  if (!URL.canParse(script, page) || !/^https?:$/.test(new URL(script, page).protocol)) {
    const message = `embed.script is "${script}". Use the address of bundle.js of @touchpoints/elements.`
    throw new ConfigurationError('embed.script', message)
  }
  const {origin} = new URL(script, page)
  const scripts = origin === page.origin ? "'self'" : origin
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ')
}

function replyOf(text: string, type: string, headers: Record<string, string>): PlainReply {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': `public, max-age=${maxAge}`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...headers,
    },
    body: new TextEncoder().encode(text),
  }
}

function withQuery(url: URL, query: URLSearchParams): URL {
  const result = new URL(url)
  result.search = query.toString()
  return result
}

/** Whether two addresses are one page, with any query and with or without a slash at the end. */
function isSamePage(a: URL, b: URL): boolean {
  const path = ({pathname}: URL) => pathname.replace(/\/$/, '')
  return a.origin === b.origin && path(a) === path(b)
}
