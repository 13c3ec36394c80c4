/**
 * Sealed data is stored by a browser, which can read but not change it: JSON and its HMAC-SHA-256, both
 * as base64url, separated by a dot. Never seal a secret.
 *
 * It uses Web Crypto only, so that it runs wherever Request and Response exist.
 */

/**
 * Signs data for one purpose.
 *
 * @param key - the server's secret
 * @param purpose - what the data is for. A seal is valid only for its purpose.
 */
export async function seal(key: string, purpose: string, data: object): Promise<string> {
  const body = toText(new TextEncoder().encode(JSON.stringify(data)))
  const signature = await crypto.subtle.sign('HMAC', await keyOf(key), signed(purpose, body))
  return `${body}.${toText(new Uint8Array(signature))}`
}

/** Returns the sealed data. Undefined when the text is not a valid seal for this key and purpose. */
export async function unseal(key: string, purpose: string, text: string): Promise<unknown> {
  const [body, signature, ...rest] = text.split('.')
  if (!body || !signature || rest.length > 0) return undefined
  try {
    const valid = await crypto.subtle.verify(
      'HMAC',
      await keyOf(key),
      fromText(signature),
      signed(purpose, body),
    )
    return valid ? JSON.parse(new TextDecoder().decode(fromText(body))) : undefined
  } catch {
    return undefined
  }
}

function keyOf(key: string): Promise<CryptoKey> {
  const algorithm = {name: 'HMAC', hash: 'SHA-256'}
  const bytes = new TextEncoder().encode(key)
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify'])
}

function signed(purpose: string, body: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${purpose}.${body}`)
}

function toText(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
