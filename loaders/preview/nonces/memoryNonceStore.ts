import {callback, requireValue} from '../../options/optionChecks.ts'
import type {Entry, NonceStore} from './nonceStore.ts'

/**
 * Stores entries in the memory of one process. They are lost when it exits.
 *
 * @param now - milliseconds since 1970
 * @throws ConfigurationError when it is no function
 */
export function memoryNonceStore(now: () => number): NonceStore {
  requireValue('memoryNonceStore', 'now', now, callback)
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
