import type {NonceStore} from './nonces/nonceStore.ts'

/**
 * Secrets that have opened a preview already. One that leaks later, in a history or a log, is then of
 * no use, though the Studio's secrets themselves stay valid for an hour.
 */
export interface UsedSecrets {
  /** @returns true for the first use. */
  take(secret: string): Promise<boolean>
}

/** Longer than any secret is valid, in milliseconds. */
const remembered = 2 * 60 * 60 * 1000

/** @param now - milliseconds since 1970 */
export function usedSecrets({nonces, now}: {nonces: NonceStore; now: () => number}): UsedSecrets {
  return {
    take: async (secret) =>
      nonces.add({id: await digestOf(secret), documentId: '', until: now() + remembered}),
  }
}

/** What is kept must open nothing. */
async function digestOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
