import type {Loader as AstroLoader} from 'astro/loaders'
import type * as z from 'zod/mini'

import {describeProblem} from '../../describeProblem.ts'
import type {NothingAdded} from '../../extension/extension.ts'
import type {CollectionName, Collections} from './collections.ts'
import {entryId} from './entryId.ts'
import {
  entrySource,
  type CollectionOptions,
  type DocumentView,
  type SourceOptions,
  type TypeIn,
  type ViewOptions,
} from './entrySource.ts'
import type {EntryType} from './entryOf.ts'

/** A loader of Astro that knows the type of its entries. */
export type TouchpointsLoader<Key extends string, Data> = AstroLoader & EntryType<Key, Data>

/**
 * Returns the loader of a content collection. Each entry has its slug as id, or its document id if it has no
 * slug, and the type of its view. A build writes only what has changed since the last one, and logs problems
 * of the content as warnings.
 *
 * @throws ConfigurationError when the collection does not exist, or the view does not name its document type
 * @throws QueryError in the build when the Content Lake cannot be reached, because a site without content is
 *   useless
 * @example
 * export const collections = {
 *   touchpoints: defineCollection({loader: touchpointsLoader({loader, collection: 'touchpoints'})}),
 *   venues: defineCollection({loader: touchpointsLoader({loader, view: venueView, order: 'name asc'})}),
 * }
 */
export function touchpointsLoader<Name extends CollectionName, Extra = NothingAdded>(
  options: CollectionOptions<Name, Extra>,
): TouchpointsLoader<`collection:${Name}`, Collections<Extra>[Name]>
export function touchpointsLoader<
  View extends DocumentView,
  const Name extends string = TypeIn<View>,
>(options: ViewOptions<View, Name>): TouchpointsLoader<`view:${Name}`, z.core.output<View>>
// The views decide at run time what is read, so the types of entries are known to the signatures alone.
export function touchpointsLoader(options: SourceOptions): AstroLoader {
  const source = entrySource(options)
  return {
    name: `touchpoints/${source.key}`,
    // Astro infers types from schemas of classic `zod` alone: with `schema` in place of this function an entry
    // would be `any`. The text cannot name added fields, so it takes the type from the project's own
    // collections.
    createSchema: () =>
      Promise.resolve({
        schema: source.view,
        types: `import type {ContentConfig} from 'astro:content'
import type {EntryOf} from 'touchpoints/astro'

export type Entry = EntryOf<ContentConfig['collections'], '${source.key}'>
`,
      }),
    async load({store, logger, ...context}) {
      const {data: entries, problems} = await source.all()
      for (const problem of problems) logger.warn(describeProblem(problem))
      const ids = new Set<string>()
      for (const entry of entries) {
        const own = entryId(entry)
        // Two documents can have the same slug. Both are kept; the second one gets its document id, too.
        const id = ids.has(own) ? `${own}-${entry._id}` : own
        ids.add(id)
        const data = Object.fromEntries<unknown>(Object.entries(entry))
        store.set({id, data, digest: context.generateDigest(data)})
      }
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
    },
  }
}
