import * as z from 'zod/mini'

import type {Entry, NonceStore} from './nonces/nonceStore.ts'
import {seal, unseal} from './seal.ts'

/** A link that shows the draft of its one document to whoever has it, until it is over or taken back. */
export type Share = Entry

export interface ShareLinks {
  /** @returns the token that goes into the link */
  create: (documentId: string) => Promise<{token: string; share: Share}>
  /** Undefined for a token that is false, over, or taken back. */
  open: (token: string) => Promise<Share | undefined>
  revoke: (id: string) => Promise<void>
  /** Those of one document that are still good. */
  of: (documentId: string) => Promise<Share[]>
}

export interface ShareOptions {
  key: string
  /** A share that is not in here opens nothing, whatever its signature says. */
  nonces: NonceStore
  /** Milliseconds since 1970. */
  now: () => number
  /** Default: 24. */
  hours?: number
}

const purpose = 'share'
const shareShape = z.object({id: z.string(), documentId: z.string(), until: z.number()})

export function shareLinks({key, nonces, now, hours = 24}: ShareOptions): ShareLinks {
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
    revoke: (id) => nonces.remove(id),
    of: async (documentId) =>
      (await nonces.list()).filter((share) => share.documentId === documentId),
  }
}
