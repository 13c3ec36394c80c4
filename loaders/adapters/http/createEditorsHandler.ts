import {consoleLogger, oncePerMinute, type Logger} from '../../logger.ts'
import {
  callback,
  checkOptions,
  loaderWith,
  logger,
  type Checks,
} from '../../options/optionChecks.ts'
import {editorsEventsResponse, type EditorsLoader} from './editorsEventsResponse.ts'
import type {Handler} from './createHandler.ts'
import {HttpError} from './HttpError.ts'
import {replyToError} from './reply.ts'

export interface EditorsHandlerOptions {
  /** Loader for editors: with a token, `perspective: 'drafts'`, `audience: 'members'` and `calendars`. */
  loader: EditorsLoader
  /**
   * Checks that the Studio created the secret in this address. Use `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{isValid: boolean}>
  /** Receives errors that the client does not see. Defaults to the console, each once a minute. */
  logger?: Logger
}

const checks = {
  loader: loaderWith('events'),
  validate: callback,
  logger,
} as const satisfies Checks<EditorsHandlerOptions>

/**
 * Returns a handler that serves the merged calendar with drafts, for the calendar tool of a Studio on
 * another host.
 *
 * Drafts and members' links are for editors only. Only someone who can write to the dataset can create a
 * secret in it. The Studio does so when it receives a 401. A secret is valid for an hour, is sent in a
 * header, so that no access log contains it, and is checked at each request. So the handler needs neither
 * cookies nor a list of origins.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * const editors = createEditorsHandler({loader, validate: (url) => validatePreviewUrl(client, url)})
 * // and in the Studio: touchpoints({eventsUrl: 'https://example.org/api/editors/events'})
 */
export function createEditorsHandler(options: EditorsHandlerOptions): Handler {
  checkOptions('createEditorsHandler', options, checks, ['loader', 'validate'])
  const {loader, validate} = options
  const log = oncePerMinute(options.logger ?? consoleLogger, Date.now)
  const onError = (error: unknown) =>
    log.error('touchpoints: the calendar for editors could not be read.', error)
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: corsHeaders})
    try {
      if (request.method !== 'GET') throw methodNotAllowed()
      await checkSecret(request, validate)
      const response = await editorsEventsResponse(
        loader,
        new URL(request.url).searchParams,
        onError,
      )
      response.headers.set('access-control-allow-origin', '*')
      response.headers.set('x-content-type-options', 'nosniff')
      return response
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error)
      return replyToError(error)
    }
  }
}

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'authorization',
  'access-control-max-age': '86400',
}

async function checkSecret(
  request: Request,
  validate: EditorsHandlerOptions['validate'],
): Promise<void> {
  const secret = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (secret === undefined)
    throw unauthorized(
      'Only the calendar tool of the Studio can read this. Send its secret as a Bearer token.',
    )
  const address = new URL(request.url)
  address.search = ''
  address.searchParams.set('sanity-preview-secret', secret)
  const {isValid} = await validate(address.href)
  if (!isValid)
    throw unauthorized('The secret was not created by the Studio, or is older than an hour.')
}

function unauthorized(message: string): HttpError {
  return new HttpError(401, 'bad-secret', message, {'www-authenticate': 'Bearer'})
}

function methodNotAllowed(): HttpError {
  return new HttpError(405, 'method-not-allowed', 'This address is read-only. Use GET.', {
    allow: 'GET, OPTIONS',
  })
}
