import {createHmac} from 'node:crypto'

/** The header that `@sanity/webhook` verifies. */
export const signatureHeader = 'sanity-webhook-signature'

/**
 * Signs a body.
 *
 * @param timestamp - milliseconds since 1970
 * @returns such as `t=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0`
 */
export function sign(body: string, timestamp: number, secret: string): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('base64url')
  return `t=${timestamp},v1=${digest}`
}
