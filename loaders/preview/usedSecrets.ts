import type {NonceStore} from './nonces/nonceStore.ts'

/**
 * Remembers the secrets that have opened a preview. A secret that leaks later, in a history or a log, is
 * then useless, although the Studio's secrets are valid for an hour.
 */
export interface UsedSecrets {
  /** Marks a secret as used. @returns true for its first use */
  take(secret: string): Promise<boolean>
}

/** Milliseconds, longer than any secret is valid. */
const storedFor = 2 * 60 * 60 * 1000

/**
 * Creates a record of used secrets.
 *
 * @param now - milliseconds since 1970
 */
export function usedSecrets({nonces, now}: {nonces: NonceStore; now: () => number}): UsedSecrets {
  return {
    take: async (secret) =>
      nonces.add({id: await digestOf(secret), documentId: '', until: now() + storedFor}),
  }
}

/** Only the digest is stored, which cannot open a preview. */
async function digestOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
