import type {FeedCache} from './feedCache.ts'
import type {FeedRecord} from './feedRecord.ts'

/** Remembers feeds for as long as the process lives. */
export function memoryCache(): FeedCache {
  const records = new Map<string, FeedRecord>()
  return {
    get: async (key) => records.get(key),
    set: async (key, record) => {
      records.set(key, record)
    },
  }
}
