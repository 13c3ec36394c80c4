import type {LiveLoader} from 'astro/loaders'

import type {Loader} from '../../loader.ts'
import {readers, type CollectionName, type Collections} from './collections.ts'

export interface LiveOptions<Name extends CollectionName> {
  loader: Loader
  collection: Name
}

/**
 * Returns the loader of a live collection, which reads the content at each request. The cache hint has
 * the sync tags, so that a cache can keep a page until its content changes.
 *
 * @example
 * export const collections = {
 *   touchpoints: defineLiveCollection({loader: touchpointsLiveLoader({loader, collection: 'touchpoints'})}),
 * }
 */
export function touchpointsLiveLoader<Name extends CollectionName>({
  loader,
  collection,
}: LiveOptions<Name>): LiveLoader<Collections[Name], {id: string}> {
  async function read() {
    const {data, syncTags} = await readers[collection](loader)
    return {
      entries: data.map((entry) => ({
        id: entry.slug,
        data: entry,
        cacheHint: {tags: syncTags, lastModified: new Date(entry.updatedAt)},
      })),
      cacheHint: {tags: syncTags},
    }
  }
  return {
    name: `touchpoints/${collection}`,
    loadCollection: () => read().catch(failed),
    async loadEntry({filter}) {
      const result = await read().catch(failed)
      if ('error' in result) return result
      return result.entries.find(({id}) => id === filter.id)
    },
  }
}

/** Astro passes errors to the page instead of throwing them. */
function failed(error: unknown): {error: Error} {
  return {error: error instanceof Error ? error : new Error(String(error))}
}
