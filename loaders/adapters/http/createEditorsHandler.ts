import type {Loader} from '../../index.ts'
import {editorsEventsResponse} from './editorsEventsResponse.ts'
import type {Handler} from './createHandler.ts'
import {HttpError} from './HttpError.ts'
import {replyToError} from './reply.ts'

export interface EditorsHandlerOptions {
  /** Reads as editors do: made with a token, `perspective: 'drafts'` and `calendars`. */
  loader: Pick<Loader, 'events'>
  /**
   * Whether the Studio made the secret in this address; `validatePreviewUrl` of
   * @sanity/preview-url-secret with a client that has a token.
   */
  validate: (url: string) => Promise<{isValid: boolean}>
  onError?: (error: unknown) => void
}

/**
 * The merged calendar with drafts, for the calendar tool of a Studio that runs elsewhere.
 *
 * Drafts and members' links are for editors alone. Who can write to the dataset can make a secret in it,
 * which is what the Studio does when it is refused; it lasts an hour, travels in a header, which no log
 * of addresses keeps, and is looked up at each request. So any page may ask, and only a Studio is
 * answered: no cookie, no list of origins.
 *
 * @example
 * const editors = createEditorsHandler({loader, validate: (url) => validatePreviewUrl(client, url)})
 * // and in the Studio: touchpoints({eventsUrl: 'https://example.org/api/editors/events'})
 */
export function createEditorsHandler(options: EditorsHandlerOptions): Handler {
  const {loader, validate, onError = () => {}} = options
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: anyPage})
    try {
      if (request.method !== 'GET') throw notGet()
      await refuseStrangers(request, validate)
      const answer = await editorsEventsResponse(loader, new URL(request.url).searchParams)
      answer.headers.set('access-control-allow-origin', '*')
      answer.headers.set('x-content-type-options', 'nosniff')
      return answer
    } catch (error) {
      if (!(error instanceof HttpError)) onError(error)
      return replyToError(error)
    }
  }
}

const anyPage = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'authorization',
  'access-control-max-age': '86400',
}

async function refuseStrangers(
  request: Request,
  validate: EditorsHandlerOptions['validate'],
): Promise<void> {
  const secret = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (secret === undefined) throw refused('This is for the calendar tool of the Studio.')
  const address = new URL(request.url)
  address.search = ''
  address.searchParams.set('sanity-preview-secret', secret)
  const {isValid} = await validate(address.href)
  if (!isValid) throw refused('The secret is not one of the Studio’s, or older than an hour.')
}

function refused(message: string): HttpError {
  return new HttpError(401, 'bad-secret', message, {'www-authenticate': 'Bearer'})
}

function notGet(): HttpError {
  return new HttpError(405, 'method-not-allowed', 'This can be read only: use GET.', {
    allow: 'GET, OPTIONS',
  })
}
