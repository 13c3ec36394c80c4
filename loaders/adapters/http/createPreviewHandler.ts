import {consoleLogger, oncePerMinute, type Logger} from '../../logger.ts'
import {
  callback,
  checkOptions,
  filledText,
  liveChanges,
  logger,
  text,
  withMethods,
  type Checks,
} from '../../options/optionChecks.ts'
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
   * Checks that the Studio created the secret in this address. Use `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{
    isValid: boolean
    redirectTo?: string | undefined
    studioPreviewPerspective?: string | null | undefined
  }>
  /** Records used secrets, because a secret opens a preview only once. */
  usedSecrets: UsedSecrets
  /** Links that share drafts. */
  shares: ShareLinks
  /** Changes of drafts, for `live`. Without them, an open page does not follow edits. */
  changes?: Pick<LiveChanges, 'subscribe' | 'position'>
  /** Signs sessions. Anyone who has this key can open previews. */
  key: string
  /** Redirect target when a request names none. Defaults to `/`. */
  home?: string
  /** Milliseconds since 1970. */
  now: () => number
  /** Receives errors that the client does not see. Defaults to the console, each once a minute. */
  logger?: Logger
}

const checks = {
  validate: callback,
  usedSecrets: withMethods('usedSecrets of touchpoints/preview', 'take'),
  shares: withMethods('shareLinks of touchpoints/preview', 'create', 'revoke'),
  changes: liveChanges,
  key: filledText,
  home: text,
  now: callback,
  logger,
} as const satisfies Checks<PreviewHandlerOptions>

/**
 * Returns a handler that opens, closes and updates a preview. The last part of the address is the action:
 * `enable`, `disable`, `perspective`, `share`, `revoke` or `live`. The first two have the names and
 * parameters of Sanity's own templates, which Presentation expects.
 *
 * A secret opens a preview once. A browser with a preview session can use it again.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * // Presentation: previewUrl: {previewMode: {enable: '/api/draft-mode/enable'}}
 * export const ALL = createPreviewHandler({validate, usedSecrets, shares, key, now: Date.now})
 */
export function createPreviewHandler(options: PreviewHandlerOptions): Handler {
  checkOptions('createPreviewHandler', options, checks, requiredOptions)
  const log = oncePerMinute(options.logger ?? consoleLogger, options.now)
  return async (request) => {
    const action = actions.get(new URL(request.url).pathname.split('/').findLast(Boolean) ?? '')
    try {
      if (!action)
        throw new HttpError(
          404,
          'not-found',
          'Unknown preview action. Use enable, disable, perspective, share, revoke or live.',
        )
      const response = await action(request, options)
      response.headers.set('cache-control', 'private, no-store')
      response.headers.set('x-robots-tag', 'noindex')
      return response
    } catch (error) {
      if (!(error instanceof HttpError)) log.error(failed, error)
      return replyToError(error)
    }
  }
}

const requiredOptions = ['validate', 'usedSecrets', 'shares', 'key', 'now']
const failed = 'touchpoints: a preview request failed.'

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
  if (!secret || !isValid)
    throw badSecret('was not created by the Studio, or is older than an hour')
  const session = await readSession(request, key, now())
  const first = await usedSecrets.take(secret)
  if (!first && !session) throw badSecret('has been used')
  const perspective = perspectiveFrom(studioPreviewPerspective) ?? 'drafts'
  const until = now() + sessionSeconds * 1000
  return redirect(sameOriginPath(redirectTo ?? null, url.origin) ?? home, {
    'set-cookie': await sessionCookie({perspective, until}, key, isHttps(request)),
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
    throw new HttpError(
      400,
      'bad-perspective',
      'Unknown perspective. Use drafts, published, or names of releases.',
    )
  }
  const cookie = await sessionCookie({...session, perspective}, options.key, isHttps(request))
  return new Response(null, {status: 204, headers: {'set-cookie': cookie}})
}

async function share(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  await editorOf(request, options)
  const documentId = await fieldOf(request, 'document')
  if (!documentId || !/^[\w.-]{1,128}$/.test(documentId)) {
    throw new HttpError(
      400,
      'bad-document',
      'The document id is missing or invalid. Send it as `document`.',
    )
  }
  const {token, share: created} = await options.shares.create(documentId)
  return Response.json({token, ...created}, {status: 201})
}

async function revoke(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  await editorOf(request, options)
  await options.shares.revoke((await fieldOf(request, 'share')) ?? '')
  return new Response(null, {status: 204})
}

/** Streams which tags changed, and no content. The page then reloads its content with the cookie. */
async function live(request: Request, options: PreviewHandlerOptions): Promise<Response> {
  const {changes, key, now} = options
  if (!changes) throw new HttpError(404, 'not-found', 'This preview has no live updates.')
  if (!(await readSession(request, key, now()))) throw noPreview()
  return eventStream(changes)
}

/** Allows actions only in a preview, from a page of this site, and by POST. */
async function editorOf(
  request: Request,
  {key, now}: PreviewHandlerOptions,
): Promise<PreviewSession> {
  if (request.method !== 'POST') {
    throw new HttpError(405, 'method-not-allowed', 'Use POST.', {allow: 'POST'})
  }
  const origin = request.headers.get('origin') ?? ''
  // Compares hosts, because the protocols differ behind a proxy that terminates TLS.
  if (!URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host) {
    throw new HttpError(403, 'foreign-origin', 'Only pages of this site can do that.')
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

function badSecret(reason: string): HttpError {
  return new HttpError(
    401,
    'bad-secret',
    `The preview was not opened: its secret ${reason}. Open it from the Studio again.`,
  )
}

/** Whether the browser uses https. A proxy that terminates TLS sends a header. */
function isHttps(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')
  return (forwarded ?? new URL(request.url).protocol).startsWith('https')
}

function redirect(location: string, headers: Record<string, string>): Response {
  return new Response(null, {status: 307, headers: {...headers, location}})
}
