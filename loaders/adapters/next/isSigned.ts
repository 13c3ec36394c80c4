/** Header with the signature of a webhook. */
export const signatureHeader = 'sanity-webhook-signature'

/** Milliseconds, and 32 bytes in base64url without padding. The last letter has four bits. */
const format = /^t=(\d{13}),v1=([\w-]{42}[AEIMQUYcgkosw048])$/

/**
 * Whether the body of a webhook was signed with this secret: HMAC-SHA-256 of the timestamp and the raw
 * body, as in `@sanity/webhook`. Web Crypto compares in constant time.
 */
export async function isSigned(body: string, signature: string, secret: string): Promise<boolean> {
  const [, timestamp, mac] = format.exec(signature.trim()) ?? []
  if (timestamp === undefined || mac === undefined) return false
  const encoder = new TextEncoder()
  const algorithm = {name: 'HMAC', hash: 'SHA-256'}
  const secretBytes = encoder.encode(secret)
  const key = await crypto.subtle.importKey('raw', secretBytes, algorithm, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, bytesOf(mac), encoder.encode(`${timestamp}.${body}`))
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
