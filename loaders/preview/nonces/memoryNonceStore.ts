import type {Entry, NonceStore} from './nonceStore.ts'

/**
 * For one process, and gone with it.
 *
 * @param now - milliseconds since 1970
 */
export function memoryNonceStore(now: () => number): NonceStore {
  const entries = new Map<string, Entry>()
  const forgetOld = () => {
    for (const {id, until} of entries.values()) if (until <= now()) entries.delete(id)
  }
  return {
    add: async (entry) => {
      forgetOld()
      if (entries.has(entry.id)) return false
      entries.set(entry.id, entry)
      return true
    },
    remove: async (id) => void entries.delete(id),
    list: async () => {
      forgetOld()
      return [...entries.values()]
    },
  }
}
