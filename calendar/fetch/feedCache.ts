import type {FeedRecord} from './feedRecord.ts'

/**
 * Stores the last good copy of each feed: the cache port of `fetchCalendar`.
 *
 * `memoryCache` is lost when the process ends, `fileCache` is not. For a host's key-value store,
 * implement the same two methods.
 *
 * Every implementation passes `test/calendar/fetch/feedCacheContract.ts`.
 */
export interface FeedCache {
  /** Returns the record last set under this key, or undefined when it is absent or unreadable. */
  get(key: string): Promise<FeedRecord | undefined>
  /** Replaces the whole record. A reader sees the old one or the new one, never a mixture. */
  set(key: string, record: FeedRecord): Promise<void>
}
