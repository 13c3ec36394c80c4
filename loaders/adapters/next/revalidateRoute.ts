import {isSigned, signatureHeader} from './isSigned.ts'
import {refuse} from './refuse.ts'

export interface RevalidateOptions {
  /** The webhook's secret, as it stands in the project's settings. */
  secret: string
  /**
   * `(tag) => revalidateTag(tag, {expire: 0})`, of `next/cache`. With `'max'` in its place Next shows the
   * old page once more, and to the editor who has just published it looks as if nothing had happened.
   */
  revalidateTag: (tag: string) => void
  /** The one that `nextClient` keeps answers under. Default: `touchpoints`. */
  tag?: string
}

/** A webhook sends a projection of one document; whoever sends more is no webhook of ours. */
const largestBody = 1_000_000

/**
 * The route that a webhook calls after a publish. It does nothing without a valid signature
 * over the raw body.
 *
 * @throws RangeError when it is made without a secret, for then anyone could call it
 * @example
 * // app/api/revalidate/route.ts
 * export const POST = revalidateRoute({
 *   secret: process.env.SANITY_REVALIDATE_SECRET ?? '',
 *   revalidateTag: (tag) => revalidateTag(tag, {expire: 0}),
 * })
 */
export function revalidateRoute(
  options: RevalidateOptions,
): (request: Request) => Promise<Response> {
  const {secret, revalidateTag, tag = 'touchpoints'} = options
  if (!secret) {
    throw new RangeError('The webhook has no secret: set SANITY_REVALIDATE_SECRET and hand it in.')
  }
  return async (request) => {
    const signature = request.headers.get(signatureHeader)
    if (!signature) return refuse(401, `The header ${signatureHeader} is missing.`)
    const body = await request.text()
    if (body.length > largestBody) return refuse(413, 'The body is longer than a webhook sends.')
    if (!(await isSigned(body, signature, secret))) {
      return refuse(401, 'The signature does not fit the body and the secret.')
    }
    revalidateTag(tag)
    return Response.json({revalidated: tag})
  }
}
