import type {FeedRecord} from './feedRecord.ts'

/**
 * Where feeds are remembered: the port behind `fetchCalendar`. `memoryCache` forgets with the process,
 * `fileCache` does not; a key-value store of a host needs the same two methods.
 *
 * Every implementation passes `test/calendar/fetch/feedCacheContract.ts`.
 */
export interface FeedCache {
  /** The record last set under this key. Absent and unreadable records are both undefined. */
  get(key: string): Promise<FeedRecord | undefined>
  /** Replaces the record as a whole: a reader sees the old one or the new one, never a mixture. */
  set(key: string, record: FeedRecord): Promise<void>
}
