import * as z from 'zod/mini'

import {seal, unseal} from './seal.ts'

/** A link that shows one draft to whoever has it. */
export interface Share {
  id: string
  /** The one document that it opens, by its published id. */
  documentId: string
  /** When it ends, milliseconds since 1970. */
  until: number
}

/**
 * Where shares are kept, so that an editor can list them and take them back. A share that is not in
 * here opens nothing, whatever its signature says.
 */
export interface ShareStore {
  list(): Promise<Share[]>
  add(share: Share): Promise<void>
  remove(id: string): Promise<void>
}

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
  store: ShareStore
  /** Milliseconds since 1970. */
  now: () => number
  /** Default: 24. */
  hours?: number
}

const purpose = 'share'
const shareShape = z.object({id: z.string(), documentId: z.string(), until: z.number()})

export function shareLinks({key, store, now, hours = 24}: ShareOptions): ShareLinks {
  const good = async () => (await store.list()).filter(({until}) => until > now())
  return {
    create: async (documentId) => {
      const share = {id: crypto.randomUUID(), documentId, until: now() + hours * 3_600_000}
      await store.add(share)
      return {token: await seal(key, purpose, share), share}
    },
    open: async (token) => {
      const read = shareShape.safeParse(await unseal(key, purpose, token))
      if (!read.success) return undefined
      return (await good()).find(({id}) => id === read.data.id)
    },
    revoke: (id) => store.remove(id),
    of: async (documentId) => (await good()).filter((share) => share.documentId === documentId),
  }
}

/** For one process; its shares end with it. */
export function memoryShares(): ShareStore {
  const shares = new Map<string, Share>()
  return {
    list: async () => [...shares.values()],
    add: async (share) => void shares.set(share.id, share),
    remove: async (id) => void shares.delete(id),
  }
}
