import type {FeedCache} from '../feedCache.ts'
import {requireValue, withMethods} from '../../optionValues.ts'
import {parseRecord} from '../feedRecord.ts'

/** A store of texts, such as a key-value store of the host or the storage of a browser. */
export interface TextStore {
  /** Returns the text last set under this key. Null or undefined when there is none. */
  get(key: string): Promise<string | null | undefined> | string | null | undefined
  /** Replaces the whole text. */
  set(key: string, text: string): unknown
}

const methods = withMethods('a store of texts with get and set', 'get', 'set')

/**
 * Creates a cache of feeds in a store of texts, so that last good copies outlive a worker or a page.
 *
 * A record is stored as JSON, under the key `touchpoints-feed:` and the id of the calendar document. A
 * text that is damaged counts as absent.
 *
 * @throws OptionError when the store has no `get` or `set`
 * @example
 * textCache({get: (key) => env.FEEDS.get(key), set: (key, text) => env.FEEDS.put(key, text)})
 */
export function textCache(store: TextStore): FeedCache {
  requireValue('textCache', 'store', store, methods)
  const keyOf = (id: string) => `touchpoints-feed:${id}`
  return {
    async get(id) {
      const text = await store.get(keyOf(id))
      return typeof text === 'string' ? parseRecord(text) : undefined
    },
    async set(id, record) {
      await store.set(keyOf(id), JSON.stringify(record))
    },
  }
}
