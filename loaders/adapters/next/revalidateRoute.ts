import {callback, checkOptions, filledText, type Checks} from '../../options/optionChecks.ts'
import {isSigned, signatureHeader} from './isSigned.ts'
import {refuse} from './refuse.ts'

export interface RevalidateOptions {
  /** Secret of the webhook, as in the project's settings. */
  secret: string
  /**
   * `revalidateTag` of `next/cache`. Next 16 expires the tag at once, because it receives `{expire: 0}`; Next
   * 15 always does, and ignores the second argument. With the profile `'max'`, Next would show the old page
   * once more, and an editor who publishes would see no change.
   */
  revalidateTag: (tag: string, profile: {expire: 0}) => unknown
  /** Cache tag of `nextClient`. Defaults to `touchpoints`. */
  tag?: string
}

const checks = {
  secret: (value) => filledText(value) && 'Set SANITY_REVALIDATE_SECRET and pass it as `secret`.',
  revalidateTag: callback,
  tag: filledText,
} as const satisfies Checks<RevalidateOptions>

/** Characters. A webhook sends a projection of one document, which is far smaller. */
const maxBodyLength = 1_000_000

/**
 * Returns the route that a webhook calls after a publish. It does nothing without a valid signature of
 * the raw body.
 *
 * @throws ConfigurationError when an option is missing or invalid. An empty secret is: anyone could call the route
 * @example
 * // app/api/revalidate/route.ts
 * export const POST = revalidateRoute({
 *   secret: process.env.SANITY_REVALIDATE_SECRET ?? '',
 *   revalidateTag,
 * })
 */
export function revalidateRoute(
  options: RevalidateOptions,
): (request: Request) => Promise<Response> {
  checkOptions('revalidateRoute', options, checks, ['secret', 'revalidateTag'])
  const {secret, revalidateTag, tag = 'touchpoints'} = options
  return async (request) => {
    const signature = request.headers.get(signatureHeader)
    if (!signature) return refuse(401, `The header ${signatureHeader} is missing.`)
    const body = await request.text()
    if (body.length > maxBodyLength) return refuse(413, 'The body is too long for a webhook.')
    if (!(await isSigned(body, signature, secret))) {
      return refuse(401, 'The signature does not match the body and the secret.')
    }
    revalidateTag(tag, {expire: 0})
    return Response.json({revalidated: tag})
  }
}
