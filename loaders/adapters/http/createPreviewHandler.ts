import {eventStream} from '../../preview/eventStream.ts'
import type {LiveChanges} from '../../preview/liveChanges.ts'
import {perspectiveFrom} from '../../preview/perspectiveFrom.ts'
import {
  endedCookie,
  readSession,
  sessionCookie,
  sessionSeconds,
  type PreviewSession,
} from '../../preview/previewSession.ts'
import {sameOriginPath} from '../../preview/sameOriginPath.ts'
import type {ShareLinks} from '../../preview/shareLinks.ts'
import type {UsedSecrets} from '../../preview/usedSecrets.ts'
import {HttpError} from './HttpError.ts'
import {replyToError} from './reply.ts'
import type {Handler} from './createHandler.ts'

export interface PreviewHandlerOptions {
  /**
   * Whether the Studio made the secret in this address; `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{
    isValid: boolean
    redirectTo?: string | undefined
    studioPreviewPerspective?: string | null | undefined
  }>
  usedSecrets: UsedSecrets
  shares: ShareLinks
  /** Those of drafts: an open page hears of them by `live`. Without them it does not follow edits. */
  changes?: LiveChanges
  /** Signs sessions. Whoever has it can open previews. */
  key: string
  /** Where to go when nothing else is said. Default: `/`. */
  home?: string
  /** Milliseconds since 1970. */
  now: () => number
  onError?: (error: unknown) => void
}

/**
 * Enter, leave and follow a preview: `enable`, `disable`, `perspective`, `share`, `revoke` and `live`, each
 * by the last part of the address. Names and parameters of the first two are those of Sanity's own templates, so a
 * Studio's Presentation finds them.
 *
 * A secret opens a preview once; a browser that is in one may come back with it.
 *
 * @example
 * // Presentation: previewUrl: {previewMode: {enable: '/api/draft-mode/enable'}}
 * export const ALL = createPreviewHandler({validate, usedSecrets, shares, key, now: Date.now})
 */
export function createPreviewHandler(options: PreviewHandlerOptions): Handler {
  const {onError = () => {}} = options
  return async (request) => {
    const action = actions.get(new URL(request.url).pathname.split('/').findLast(Boolean) ?? '')
    try {
      if (!action) throw new HttpError(404, 'not-found', 'There is no such preview action.')
      const response = await action(request, options)
      response.headers.set('cache-control', 'private, no-store')
      response.headers.set('x-robots-tag', 'noindex')
      return response
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error)
      return replyToError(error)
    }
  }
}

type Action = (request: Request, options: PreviewHandlerOptions) => Promise<Response>

const actions = new Map<string, Action>([
  ['enable', enable],
  ['disable', disable],
  ['perspective', changePerspective],
  ['share', share],
  ['revoke', revoke],
  ['live', live],
])

async function enable(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  const {validate, usedSecrets, key, home = '/', now} = options
  const url = new URL(request.url)
  const secret = url.searchParams.get('sanity-preview-secret') ?? ''
  const {isValid, redirectTo, studioPreviewPerspective} = await validate(request.url)
  if (!secret || !isValid) throw refused('is not one of the Studio’s, or older than an hour')
  const known = await readSession(request, key, now())
  const first = await usedSecrets.take(secret)
  if (!first && !known) throw refused('has been used')
  const perspective = perspectiveFrom(studioPreviewPerspective) ?? 'drafts'
  const session = {perspective, until: now() + sessionSeconds * 1000}
  return redirect(sameOriginPath(redirectTo ?? null, url.origin) ?? home, {
    'set-cookie': await sessionCookie(session, key, isHttps(request)),
  })
}

async function disable(request: Request, {home = '/'}: PreviewHandlerOptions): Promise<Response> {
  const url = new URL(request.url)
  const target = sameOriginPath(url.searchParams.get('redirect'), url.origin) ?? home
  return redirect(target, {'set-cookie': endedCookie(isHttps(request))})
}

async function changePerspective(
  request: Request,
  options: PreviewHandlerOptions,
): Promise<Response> {
  const session = await editorOf(request, options)
  const perspective = perspectiveFrom(await fieldOf(request, 'perspective'))
  if (!perspective) {
    throw new HttpError(400, 'bad-perspective', 'Expected drafts, published or names of releases.')
  }
  const cookie = await sessionCookie({...session, perspective}, options.key, isHttps(request))
  return new Response(null, {status: 204, headers: {'set-cookie': cookie}})
}

async function share(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  await editorOf(request, options)
  const documentId = await fieldOf(request, 'document')
  if (!documentId || !/^[\w.-]{1,128}$/.test(documentId)) {
    throw new HttpError(400, 'bad-document', 'Name the document to share by its id.')
  }
  const {token, share: made} = await options.shares.create(documentId)
  return Response.json({token, ...made}, {status: 201})
}

async function revoke(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  await editorOf(request, options)
  await options.shares.revoke((await fieldOf(request, 'share')) ?? '')
  return new Response(null, {status: 204})
}

/** Tells what changed, never how: the page is fetched anew, with the cookie. */
async function live(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  const {changes, key, now} = options
  if (!changes) throw new HttpError(404, 'not-found', 'This preview does not follow changes.')
  if (!(await readSession(request, key, now()))) throw noPreview()
  return eventStream(changes)
}

/** Only who is in a preview may act, from a page of this site, and by POST. */
async function editorOf(
  request: Request,
  {key, now}: PreviewHandlerOptions,
): Promise<PreviewSession> {
  if (request.method !== 'POST') {
    throw new HttpError(405, 'method-not-allowed', 'Use POST.', {allow: 'POST'})
  }
  const origin = request.headers.get('origin') ?? ''
  // By host: behind a proxy that ends TLS the protocol of the two differs.
  if (!URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host) {
    throw new HttpError(403, 'foreign-origin', 'Only pages of this site may do that.')
  }
  const session = await readSession(request, key, now())
  if (!session) throw noPreview()
  return session
}

async function fieldOf(request: Request, name: string): Promise<string | undefined> {
  const value = (await request.clone().formData()).get(name)
  return typeof value === 'string' ? value : undefined
}

function noPreview(): HttpError {
  return new HttpError(401, 'no-preview', 'Open the preview from the Studio first.')
}

function refused(why: string): HttpError {
  return new HttpError(
    401,
    'bad-secret',
    `The preview was not opened: its secret ${why}. Open it from the Studio again.`,
  )
}

/** As the browser sees it: a proxy that ends TLS says so. */
function isHttps(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')
  return (forwarded ?? new URL(request.url).protocol).startsWith('https')
}

function redirect(location: string, headers: Record<string, string>): Response {
  return new Response(null, {status: 307, headers: {...headers, location}})
}
