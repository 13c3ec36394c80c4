import type {FeedCache} from './feedCache.ts'
import type {FeedRecord} from './feedRecord.ts'

/** Creates a cache in memory. Its content is lost when the process ends. */
export function memoryCache(): FeedCache {
  const records = new Map<string, FeedRecord>()
  return {
    get: async (key) => records.get(key),
    set: async (key, record) => {
      records.set(key, record)
    },
  }
}
