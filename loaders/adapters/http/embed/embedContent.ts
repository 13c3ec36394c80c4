import type {CalendarSnapshot} from '../../../feeds/readSnapshot.ts'
import {HttpError} from '../HttpError.ts'
import type {PlainReply} from '../plainReply.ts'
import {embedPage} from './embedPage.ts'
import {checkOnce, readEmbedRequest} from './embedRequest.ts'
import {oembed} from './oembed.ts'

/** Where the page for other sites is, and what it may load. */
export interface EmbedPlace {
  /** Address of the site. */
  siteUrl: string
  /** Absolute address of the page that the calendar belongs to. */
  pageUrl: string
  /** Path of the handler, with a slash at its end. */
  base: string
  /** Address of `embed.html`. */
  embedUrl: URL
  /** Address of the script of the elements. */
  script: string
  /** Content security policy of the page. */
  policy: string
}

/** Seconds that a page may be cached. It has no events, only the title. */
const maxAge = 3600

/** Returns `embed.html`. */
export function pageReply(
  {siteUrl, pageUrl, base, embedUrl, script, policy}: EmbedPlace,
  query: URLSearchParams,
  snapshot: CalendarSnapshot,
): PlainReply {
  const request = readEmbedRequest(query, snapshot)
  const own = withQuery(embedUrl, query)
  const oembedUrl = new URL(`${base}oembed`, siteUrl)
  oembedUrl.searchParams.set('url', own.href)
  const {title} = snapshot.document
  const text = embedPage({...request, title, pageUrl, script, oembedUrl: oembedUrl.href})
  return replyOf(text, 'text/html; charset=utf-8', {'content-security-policy': policy})
}

/** Returns what describes `embed.html` to other sites (oEmbed). */
export function oembedReply(
  {siteUrl, pageUrl, embedUrl}: EmbedPlace,
  query: URLSearchParams,
  snapshot: CalendarSnapshot,
): PlainReply {
  for (const name of ['url', 'format', 'maxwidth', 'maxheight']) checkOnce(name, query)
  const format = query.get('format') ?? 'json'
  if (format !== 'json') {
    throw new HttpError(501, 'unknown-format', 'Only JSON is available. Use format=json.')
  }
  const parameters = parametersOf(query.get('url'), embedUrl, [pageUrl, siteUrl])
  const {element, attributes} = readEmbedRequest(parameters, snapshot)
  const kind = attributes.get('view') === 'month' ? 'month' : element
  const {title} = snapshot.document
  const own = withQuery(embedUrl, parameters).href
  const text = oembed({title, siteUrl, embedUrl: own, kind, query})
  return replyOf(text, 'application/json; charset=utf-8', {'access-control-allow-origin': '*'})
}

/** Returns the parameters of the page that an oEmbed request is about. */
function parametersOf(
  address: string | null,
  embedUrl: URL,
  pages: readonly string[],
): URLSearchParams {
  if (!address) {
    const message = `The parameter url is missing. Use the address of a page: ${pages[0]}.`
    throw new HttpError(400, 'missing-parameter', message)
  }
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && isSamePage(url, embedUrl)) return url.searchParams
  if (url && pages.some((page) => isSamePage(url, new URL(page)))) return new URLSearchParams()
  const known = [...new Set([embedUrl.href, ...pages])].join(', ')
  throw new HttpError(404, 'not-found', `url is not a page with a calendar. Use one of: ${known}.`)
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
