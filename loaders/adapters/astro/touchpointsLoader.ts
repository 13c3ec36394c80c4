import type {Loader as AstroLoader} from 'astro/loaders'

import type {Loader} from '../../loader.ts'
import {entryTypes, readers, schemas, type CollectionName} from './collections.ts'
import {describeProblem} from '../../describeProblem.ts'

export interface TouchpointsLoaderOptions<Name extends CollectionName> {
  loader: Loader
  collection: Name
}

/**
 * A content collection of one view, each entry under its slug, typed by the view itself. A build
 * writes only what has changed since the last one; what is wrong with the content is logged.
 *
 * @throws QueryError when the Content Lake cannot be reached: a build without content is none
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
      const {data, problems} = await readers[collection](loader)
      for (const problem of problems) logger.warn(describeProblem(problem))
      const kept = new Set<string>()
      for (const entry of data) {
        // Two documents may claim one slug; both stay, and the second can be told by its id.
        const id = kept.has(entry.slug) ? `${entry.slug}-${entry._id}` : entry.slug
        kept.add(id)
        const plain = {...entry}
        store.set({id, data: plain, digest: context.generateDigest(plain)})
      }
      for (const id of store.keys()) if (!kept.has(id)) store.delete(id)
    },
  }
}
