import {lru} from 'tiny-lru'

import type {LiveChanges} from './liveChanges.ts'

export interface ResponseCacheOptions {
  changes: Pick<LiveChanges, 'follow' | 'isConnected'>
  /** Milliseconds since 1970. */
  now: () => number
  /** How long an answer counts while the live connection is down, milliseconds. Default: 5,000. */
  blindFor?: number
  /** How many answers are kept at most: what is asked for is the visitors' to choose. Default: 100. */
  most?: number
}

/** An answer with the tags of what it depends on, and until when it is true if nothing changes. */
export interface CachedResult<LoaderResult> {
  answer: LoaderResult
  syncTags: readonly string[]
  /** Milliseconds since 1970. */
  until: number
}

/**
 * Asks once per change and not once per visitor: an answer is kept until one of its sync tags is told,
 * or its time is up. Everyone who asks while it is being made waits for the same one.
 *
 * Only for answers that everyone may see: an answer of a preview must never come in here.
 */
export function responseCache<LoaderResult>({
  changes,
  now,
  blindFor = 5000,
  most = 100,
}: ResponseCacheOptions) {
  interface Entry {
    made: Promise<CachedResult<LoaderResult>>
    at: number
    dated?: CachedResult<LoaderResult>
  }
  const kept = lru<Entry>(most)
  changes.follow((message) => {
    for (const key of kept.keys()) {
      const dated = kept.peek(key)?.dated
      // One that is being made may or may not have seen the change.
      const hit =
        message.type === 'restart' ||
        !dated ||
        dated.syncTags.length === 0 ||
        dated.syncTags.some((tag) => message.tags.includes(tag))
      if (hit) kept.delete(key)
    }
  })
  return async (
    key: string,
    ask: () => Promise<CachedResult<LoaderResult>>,
  ): Promise<LoaderResult> => {
    const known = kept.get(key)
    if (known && isGood(known)) return (await known.made).answer
    const made = ask()
    const entry: Entry = {made, at: now()}
    kept.set(key, entry)
    try {
      entry.dated = await made
      return entry.dated.answer
    } catch (error) {
      if (kept.peek(key) === entry) kept.delete(key)
      throw error
    }
  }

  function isGood({at, dated}: Entry): boolean {
    if (!changes.isConnected() && now() - at > blindFor) return false
    return !dated || now() < dated.until
  }
}
