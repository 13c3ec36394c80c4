import type {Loader as AstroLoader} from 'astro/loaders'

import type {Loader} from '../../loader.ts'
import {entryTypes, readers, schemas, type CollectionName} from './collections.ts'
import {describeProblem} from '../../describeProblem.ts'

export interface TouchpointsLoaderOptions<Name extends CollectionName> {
  loader: Loader
  collection: Name
}

/**
 * Returns the loader of a content collection. Each entry has its slug as id and the type of its view. A
 * build writes only what has changed since the last one, and logs problems of the content as warnings.
 *
 * @throws QueryError when the Content Lake cannot be reached, because a site without content is useless
 * @example
 * export const collections = {
 *   touchpoints: defineCollection({loader: touchpointsLoader({loader, collection: 'touchpoints'})}),
 * }
 */
export function touchpointsLoader<Name extends CollectionName>({
  loader,
  collection,
}: TouchpointsLoaderOptions<Name>): AstroLoader {
  return {
    name: `touchpoints/${collection}`,
    // Astro infers types from schemas of classic `zod` alone, in 6.0 not even from those: with `schema` in
    // place of this function an entry would be `any`.
    createSchema: () =>
      Promise.resolve({
        schema: schemas[collection],
        types: `export type Entry = import('touchpoints').${entryTypes[collection]}\n`,
      }),
    async load({store, logger, ...context}) {
      const {data: entries, problems} = await readers[collection](loader)
      for (const problem of problems) logger.warn(describeProblem(problem))
      const ids = new Set<string>()
      for (const entry of entries) {
        // Two documents can have the same slug. Both are kept; the second one gets its document id, too.
        const id = ids.has(entry.slug) ? `${entry.slug}-${entry._id}` : entry.slug
        ids.add(id)
        const data = Object.fromEntries<unknown>(Object.entries(entry))
        store.set({id, data, digest: context.generateDigest(data)})
      }
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
    },
  }
}
