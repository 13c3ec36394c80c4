import * as z from 'zod/mini'

import {
  callback,
  checkOptions,
  filledText,
  number,
  withMethods,
  type Checks,
} from '../options/optionChecks.ts'
import type {Entry, NonceStore} from './nonces/nonceStore.ts'
import {seal, unseal} from './seal.ts'

/** A link that shows the draft of one document to anyone who has it, until it expires or is revoked. */
export type Share = Entry

export interface ShareLinks {
  /** Creates a share. `token` is for the link. */
  create: (documentId: string) => Promise<{token: string; share: Share}>
  /** Returns the share of a token. Undefined when the token is invalid, expired or revoked. */
  open: (token: string) => Promise<Share | undefined>
  /** Whether this server signed the token. Costs no query, so that made-up tokens cost none. */
  isSigned: (token: string) => Promise<boolean>
  /** Revokes a share, so that its link stops working. */
  revoke: (id: string) => Promise<void>
  /** Returns the valid shares of one document. */
  of: (documentId: string) => Promise<Share[]>
}

export interface ShareOptions {
  /** The server's secret, which signs the tokens. */
  key: string
  /** Stores the shares. A share that is not stored is invalid, even with a correct signature. */
  nonces: NonceStore
  /** Milliseconds since 1970. */
  now: () => number
  /** Hours until a share expires. Defaults to 24. */
  hours?: number
}

const purpose = 'share'
const shareShape = z.object({id: z.string(), documentId: z.string(), until: z.number()})

const checks = {
  key: filledText,
  nonces: withMethods('lakeNonceStore or memoryNonceStore', 'add', 'remove', 'list'),
  now: callback,
  hours: number,
} as const satisfies Checks<ShareOptions>

/**
 * Creates the links that share drafts.
 *
 * @throws ConfigurationError when an option is missing or invalid
 */
export function shareLinks(options: ShareOptions): ShareLinks {
  checkOptions('shareLinks', options, checks, ['key', 'nonces', 'now'])
  const {key, nonces, now, hours = 24} = options
  return {
    create: async (documentId) => {
      const share = {id: crypto.randomUUID(), documentId, until: now() + hours * 3_600_000}
      await nonces.add(share)
      return {token: await seal(key, purpose, share), share}
    },
    open: async (token) => {
      const read = shareShape.safeParse(await unseal(key, purpose, token))
      if (!read.success) return undefined
      return (await nonces.list()).find(({id}) => id === read.data.id)
    },
    isSigned: async (token) => shareShape.safeParse(await unseal(key, purpose, token)).success,
    revoke: (id) => nonces.remove(id),
    of: async (documentId) =>
      (await nonces.list()).filter((share) => share.documentId === documentId),
  }
}
