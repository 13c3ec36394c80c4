import {acceptsEncoding} from '../acceptsEncoding.ts'
import {matchesTag} from '../matchesTag.ts'
import type {PlainReply, PlainRequest} from '../plainReply.ts'
import type {EncodedBody, PageCopy} from './pageCopy.ts'

/** The parts of a request that decide which form of a page is sent. */
export type PageRequest = Pick<PlainRequest, 'method' | 'header'>

/** How a copy is sent: as current, or because no newer one could be rendered. */
export interface ReplyOptions {
  now: number
  /** Value of `cache-control`, unless the page sets its own. */
  caching: string
  /** Whether the copy is outdated and no newer one could be rendered. */
  isStale: boolean
}

/** Returns the reply for a cached page: 304 when the client has it, without a body for HEAD. */
export function pageReply(
  {page, bodies, lastModified}: PageCopy,
  request: PageRequest,
  {now, caching, isStale}: ReplyOptions,
): PlainReply {
  const accepted = request.header('accept-encoding')
  const body = bodies.find(({coding}) => coding === 'identity' || acceptsEncoding(accepted, coding))
  if (!body) throw new TypeError('A copy of a page has no uncompressed body.')
  const headers: Record<string, string> = {
    // A page that does not exist may exist by now.
    'cache-control': page.status === 200 ? caching : 'no-cache',
    ...page.headers,
    vary: [page.headers['vary'], 'accept-encoding'].filter(Boolean).join(', '),
    etag: body.etag,
    'last-modified': new Date(lastModified).toUTCString(),
    // RFC 9211.
    'cache-status': `touchpoints; hit${isStale ? '; detail=stale' : ''}`,
  }
  if (isStale) {
    headers['cache-control'] = 'no-cache'
    headers['age'] = String(Math.max(0, Math.floor((now - page.renderedAt) / 1000)))
  }
  if (page.status === 200 && isUnchanged(request, bodies, lastModified)) {
    return {status: 304, headers}
  }
  if (body.coding !== 'identity') headers['content-encoding'] = body.coding
  headers['content-length'] = String(body.bytes.length)
  return {
    status: page.status,
    headers,
    ...(request.method === 'GET' && {body: body.bytes}),
  }
}

/** Whether the client has this page. A tag is more exact than a date, so the date counts only without one. */
function isUnchanged(
  request: PageRequest,
  bodies: readonly EncodedBody[],
  lastModified: number,
): boolean {
  const tags = request.header('if-none-match')
  if (tags) return bodies.some(({etag}) => matchesTag(tags, etag))
  const since = Date.parse(request.header('if-modified-since') ?? '')
  // The header has whole seconds.
  return since >= Math.floor(lastModified / 1000) * 1000
}
