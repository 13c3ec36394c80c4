import {lru} from 'tiny-lru'

import type {LiveChanges} from './liveChanges.ts'

export interface ResponseCacheOptions {
  /** Reports the sync tags of what changed. */
  changes: Pick<LiveChanges, 'subscribe' | 'isConnected'>
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds that a result is valid while the live connection is down. Defaults to 5,000. */
  disconnectedTtl?: number
  /** Maximum of cached results, because visitors choose the keys. Defaults to 100. */
  max?: number
}

/** A result, the sync tags it depends on, and how long it is valid if nothing changes. */
export interface CachedResult<Value> {
  value: Value
  syncTags: readonly string[]
  /** Milliseconds since 1970. */
  until: number
}

/**
 * Creates a cache that queries once per change and not once per visitor. A result is valid until a live
 * event carries one of its sync tags, or until its time is up. Concurrent callers share one query.
 *
 * Use it only for results that everyone may see. Never cache the result of a preview.
 */
export function responseCache<Value>({
  changes,
  now,
  disconnectedTtl = 5000,
  max = 100,
}: ResponseCacheOptions) {
  interface Entry {
    pending: Promise<CachedResult<Value>>
    readAt: number
    result?: CachedResult<Value>
  }
  const entries = lru<Entry>(max)
  changes.subscribe((message) => {
    for (const key of entries.keys()) {
      const result = entries.peek(key)?.result
      // A pending query may or may not have seen the change.
      const isStale =
        message.type === 'restart' ||
        !result ||
        result.syncTags.length === 0 ||
        result.syncTags.some((tag) => message.tags.includes(tag))
      if (isStale) entries.delete(key)
    }
  })
  return async (key: string, read: () => Promise<CachedResult<Value>>): Promise<Value> => {
    const cached = entries.get(key)
    if (cached && isValid(cached)) return (await cached.pending).value
    const pending = read()
    const entry: Entry = {pending, readAt: now()}
    entries.set(key, entry)
    try {
      entry.result = await pending
      return entry.result.value
    } catch (error) {
      if (entries.peek(key) === entry) entries.delete(key)
      throw error
    }
  }

  function isValid({readAt, result}: Entry): boolean {
    if (!changes.isConnected() && now() - readAt > disconnectedTtl) return false
    return !result || now() < result.until
  }
}
