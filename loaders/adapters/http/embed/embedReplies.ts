import {ConfigurationError} from '../../../errors.ts'
import type {Logger} from '../../../logger.ts'
import {HttpError} from '../HttpError.ts'
import type {PlainReply, PlainRequest} from '../plainReply.ts'
import {errorReply} from '../reply.ts'
import type {SnapshotCache} from '../snapshotCache.ts'
import type {EmbedPlace} from './embedContent.ts'
import {embedStyleHash} from './embedStyle.ts'

/** How other sites show the calendar in a frame. */
export interface EmbedOptions {
  /** Address of `bundle.js` of @touchpoints/elements on the site, such as `/touchpoints/element.js`. */
  script: string
}

export interface EmbedContext extends Pick<EmbedPlace, 'siteUrl' | 'pageUrl' | 'base'> {
  snapshots: Pick<SnapshotCache, 'current'>
  logger: Logger
}

/** Returns the reply to `embed.html` or `oembed`. Undefined for any other address. */
export type EmbedReplies = (request: PlainRequest) => Promise<PlainReply> | undefined

const notAvailable =
  'touchpoints: the calendar for other pages is not available, so visitors get a 503.'

/**
 * Serves `embed.html`, a page for an iframe, and `oembed`, which describes it to other sites. The first request for
 * one of them imports both: they are 3 kB, and few sites have them.
 *
 * @throws ConfigurationError if the address of the script is not valid
 */
export function embedReplies({script}: EmbedOptions, context: EmbedContext): EmbedReplies {
  const {siteUrl, pageUrl, base, snapshots} = context
  const embedUrl = new URL(`${base}embed.html`, siteUrl)
  const place = {siteUrl, pageUrl, base, embedUrl, script, policy: policyOf(script, embedUrl)}

  const replies: ReadonlyMap<string, 'pageReply' | 'oembedReply'> = new Map([
    [`${base}embed.html`, 'pageReply'],
    [`${base}oembed`, 'oembedReply'],
  ])

  async function replyWith(
    reply: 'pageReply' | 'oembedReply',
    request: PlainRequest,
  ): Promise<PlainReply> {
    try {
      const {snapshot} = await snapshots.current()
      const content = await import('./embedContent.ts')
      const {body, ...head} = content[reply](place, request.url.searchParams, snapshot)
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

/** Whether the page can load the script. A browser blocks http on a page with https. */
function isLoadable(script: string, page: URL): boolean {
  if (script.trim() === '' || !URL.canParse(script, page)) return false
  const {protocol} = new URL(script, page)
  return protocol === 'https:' || (protocol === 'http:' && page.protocol === 'http:')
}

/** Any site may frame the page. It may load its script and the events, and nothing else. */
function policyOf(script: string, page: URL): string {
  if (!isLoadable(script, page)) {
    const message = `embed.script is "${script}". Use the address of bundle.js of @touchpoints/elements, https on an https site.`
    throw new ConfigurationError('embed.script', message)
  }
  const {origin} = new URL(script, page)
  const scripts = origin === page.origin ? "'self'" : origin
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src '${embedStyleHash}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ')
}
