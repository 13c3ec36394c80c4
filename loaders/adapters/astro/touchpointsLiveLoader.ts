import type {LiveLoader} from 'astro/loaders'
import type * as z from 'zod/mini'

import {describeProblem} from '../../describeProblem.ts'
import type {NothingAdded} from '../../extension/extension.ts'
import {consoleLogger, oncePerMinute, type Logger} from '../../logger.ts'
import type {CollectionFilters, CollectionName, Collections} from './collections.ts'
import {entryId} from './entryId.ts'
import {
  entrySource,
  type CollectionOptions,
  type DocumentView,
  type Entries,
  type EntryData,
  type LiveFilter,
  type ReadFilter,
  type SourceOptions,
  type TypeIn,
  type ViewOptions,
} from './entrySource.ts'

/** Which entry `getLiveEntry` returns. */
export interface EntryFilter {
  /** Slug or document id. */
  id: string
}

/** Options of a live collection of any kind. A build has the logger of Astro. */
export interface LiveOptions {
  /** Receives the problems of the content, each once a minute. Defaults to the console. */
  logger?: Logger
}

/**
 * Returns the loader of a live collection, which reads the content at each request. `getLiveEntry` reads one
 * document. `getLiveCollection` accepts the filter of the loader's method. The cache hint has the sync tags,
 * so that a cache can keep a page until its content changes. Errors are in the result, not thrown. Problems of the
 * content are warnings of the logger, because a result of Astro has no place for them.
 *
 * @throws ConfigurationError when the collection does not exist, or the view does not name its document type
 * @example
 * export const collections = {
 *   touchpoints: defineLiveCollection({loader: touchpointsLiveLoader({loader, collection: 'touchpoints'})}),
 * }
 * // In a page: await getLiveCollection('touchpoints', {when: 'upcoming', limit: 5})
 */
export function touchpointsLiveLoader<Name extends CollectionName, Extra = NothingAdded>(
  options: CollectionOptions<Name, Extra> & LiveOptions,
): LiveLoader<Collections<Extra>[Name], EntryFilter, CollectionFilters[Name]>
export function touchpointsLiveLoader<
  View extends DocumentView,
  const Name extends string = TypeIn<View>,
>(
  options: ViewOptions<View, Name> & LiveOptions,
): LiveLoader<z.core.output<View>, EntryFilter, ReadFilter>
// The views decide at run time what is read, so the types of entries are known to the signatures alone.
export function touchpointsLiveLoader(
  options: SourceOptions & LiveOptions,
): LiveLoader<EntryData, EntryFilter, LiveFilter> {
  const source = entrySource(options)
  const log = oncePerMinute(options.logger ?? consoleLogger, Date.now)
  const logged = (entries: Entries): Entries => {
    for (const problem of entries.problems) log.warn(describeProblem(problem))
    return entries
  }
  return {
    name: `touchpoints/${source.key}`,
    loadCollection: ({filter}) =>
      source.all(filter).then((read) => collectionOf(logged(read)), failed),
    loadEntry: ({filter}) =>
      source.one(filter.id).then((read) => collectionOf(logged(read)).entries[0], failed),
  }
}

function collectionOf({data, syncTags}: Entries) {
  return {
    entries: data.map((entry) => ({
      id: entryId(entry),
      // Not a copy, because `edit` recognizes the object itself.
      data: entry,
      cacheHint: {tags: syncTags, ...changeOf(entry)},
    })),
    cacheHint: {tags: syncTags},
  }
}

function changeOf({updatedAt}: EntryData): {lastModified?: Date} {
  return typeof updatedAt === 'string' ? {lastModified: new Date(updatedAt)} : {}
}

/** Astro passes errors to the page instead of throwing them. */
function failed(error: unknown): {error: Error} {
  return {error: error instanceof Error ? error : new Error(String(error))}
}
