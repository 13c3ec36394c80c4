import {callback, checkOptions, withMethods, type Checks} from '../options/optionChecks.ts'
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

/** Options of `usedSecrets`. */
export interface UsedSecretsOptions {
  nonces: NonceStore
  /** Milliseconds since 1970. */
  now: () => number
}

const checks = {
  nonces: withMethods('lakeNonceStore(client) or memoryNonceStore(now)', 'add', 'remove', 'list'),
  now: callback,
} as const satisfies Checks<UsedSecretsOptions>

/**
 * Creates a record of used secrets.
 *
 * @throws ConfigurationError when an option is missing or invalid
 */
export function usedSecrets(options: UsedSecretsOptions): UsedSecrets {
  checkOptions('usedSecrets', options, checks, ['nonces', 'now'])
  const {nonces, now} = options
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
