import type {DocumentTypeName, SingletonTypeName} from '@touchpoints/schemas/registry'

import type {MethodOf} from '../../documentReads.ts'
import type {NothingAdded} from '../../extension/extension.ts'
import type {Loader} from '../../loader.ts'
import type {RecordingFilter} from '../../queries/recordingsQuery.ts'
import type {TouchpointFilter} from '../../queries/touchpointsQuery.ts'

/** Document types with a collection: all except those with a single document, or without a method. */
type CollectionType = Exclude<DocumentTypeName, SingletonTypeName>

/**
 * The data of an entry, by the name of its collection. Each document type with a method of the loader is
 * a collection of the same name, except for types with a single document.
 *
 * @typeParam Extra - types of added fields, as in `Loader`
 */
export type Collections<Extra = NothingAdded> = {
  [Type in CollectionType as MethodOf<Type>]: Item<MethodOf<Type>, Extra>
}

/** One item of the list that a loader's method returns. */
type Item<Method extends MethodOf<CollectionType>, Extra> = Awaited<
  ReturnType<Loader<Extra>[Method]>
>['data'][number]

export type CollectionName = keyof Collections

/** The document type of each collection. */
export const collectionTypes = {
  touchpoints: 'touchpoint',
  series: 'series',
  guests: 'guest',
  workingGroups: 'workingGroup',
  recordings: 'recording',
  calendars: 'calendar',
} as const satisfies Record<CollectionName, DocumentTypeName>

/** What `getLiveCollection` accepts as its filter, by the name of the collection. Never for no filter. */
export interface CollectionFilters extends Record<CollectionName, object> {
  touchpoints: TouchpointFilter
  series: never
  guests: never
  workingGroups: never
  recordings: RecordingFilter
  calendars: never
}
