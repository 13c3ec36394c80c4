import type {Entry, NonceStore} from './nonceStore.ts'

/**
 * Stores entries in the memory of one process. They are lost when it exits.
 *
 * @param now - milliseconds since 1970
 */
export function memoryNonceStore(now: () => number): NonceStore {
  const entries = new Map<string, Entry>()
  const removeExpired = () => {
    for (const {id, until} of entries.values()) if (until <= now()) entries.delete(id)
  }
  return {
    add: async (entry) => {
      removeExpired()
      if (entries.has(entry.id)) return false
      entries.set(entry.id, entry)
      return true
    },
    remove: async (id) => void entries.delete(id),
    list: async () => {
      removeExpired()
      return [...entries.values()]
    },
  }
}
