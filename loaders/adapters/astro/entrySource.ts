import type * as z from 'zod/mini'

import {ConfigurationError} from '../../errors.ts'
import {documentTypeOf} from '../../extension/extendView.ts'
import type {NothingAdded} from '../../extension/extension.ts'
import {viewsWith} from '../../extension/views.ts'
import type {Loader, ReadOptions} from '../../loader.ts'
import type {Problem} from '../../problems.ts'
import type {RecordingFilter} from '../../queries/recordingsQuery.ts'
import type {TouchpointFilter} from '../../queries/touchpointsQuery.ts'
import {collectionTypes, type CollectionName} from './collections.ts'

/** A collection of one of the document types of this package. */
export interface CollectionOptions<Name extends CollectionName, Extra = NothingAdded> {
  /** What `createLoader` returns. Added fields of its `extension` are in the entries. */
  loader: Loader<Extra>
  /** Name of the loader's method for the document type. The collection of Astro can have another name. */
  collection: Name
}

/** A collection of documents that a view describes, such as those of an added document type. */
export interface ViewOptions<View extends DocumentView, Name extends string = TypeIn<View>> {
  loader: Loader
  /** Object schema of zod or zod/mini with `_id`, and with the document type as the literal of `_type`. */
  view: View
  /** GROQ sort keys, such as `name asc`. Defaults to the id. */
  order?: string
  /** Distinguishes two collections of the same document type with different views. Defaults to the type. */
  name?: Name
}

/** A view of one document type. */
export type DocumentView = z.core.$ZodObject & {
  _zod: {output: {_id: string; _type: string}}
}

/** The document type that a view reads. */
export type TypeIn<View extends DocumentView> = z.core.output<View>['_type']

/** What the loaders need of the data of an entry. A view of a project need not have the rest. */
export interface EntryData {
  readonly _id: string
  readonly slug?: unknown
  readonly updatedAt?: unknown
}

/** Which documents a live collection shows. Each collection accepts those of its method. */
export type LiveFilter = TouchpointFilter & RecordingFilter & ReadFilter

/** Which documents of a view a live collection shows. */
export type ReadFilter = Omit<ReadOptions, 'type'>

export interface Entries {
  data: readonly EntryData[]
  problems: readonly Problem[]
  syncTags: string[]
}

/** Where the entries of one collection come from. */
export interface EntrySource {
  /** Identifies the collection among the types of an Astro project. */
  key: string
  view: z.core.$ZodObject
  /** Returns all entries, or those that match a filter. */
  all(filter?: LiveFilter): Promise<Entries>
  /** Returns the one entry with this slug or document id, if there is one. */
  one(id: string): Promise<Entries>
}

/** Options of a collection, of any kind. */
export type SourceOptions = CollectionOptions<CollectionName> | ViewOptions<DocumentView, string>

/** @throws ConfigurationError when the collection does not exist, or the view does not name its document type */
export function entrySource(options: SourceOptions): EntrySource {
  return 'view' in options ? ofView(options) : ofCollection(options)
}

/** Collections must be complete: a build that stops at a hundred entries silently lacks pages. */
const everything = 10_000

const byId = 'slug.current == $id || _id == $id'

function ofView({loader, view, order, name}: ViewOptions<DocumentView, string>): EntrySource {
  const type = documentTypeOf(view)
  if (type === undefined) throw noType()
  const sorted = order === undefined ? {} : {order}
  return {
    key: `view:${name ?? type}`,
    view,
    all: (filter = {}) => loader.read(view, {...sorted, ...filter}),
    one: (id) => loader.read(view, {filter: byId, params: {id}, limit: 1}),
  }
}

function ofCollection({loader, collection}: CollectionOptions<CollectionName>): EntrySource {
  if (!Object.hasOwn(collectionTypes, collection)) throw noCollection(collection)
  const view = viewsWith(loader.extension)[collectionTypes[collection]]
  const read = readers[collection]
  return {
    key: `collection:${collection}`,
    view,
    all: (filter = {}) => read(loader, filter),
    one: (id) => loader.read(view, {filter: byId, params: {id}, limit: 1}),
  }
}

const readers: Record<CollectionName, (loader: Loader, filter: LiveFilter) => Promise<Entries>> = {
  touchpoints: (loader, filter) => loader.touchpoints({limit: everything, ...filter}),
  series: (loader) => loader.series(),
  guests: (loader) => loader.guests(),
  workingGroups: (loader) => loader.workingGroups(),
  recordings: (loader, filter) => loader.recordings(filter),
  calendars: (loader) => loader.calendars(),
}

function noType(): ConfigurationError {
  return new ConfigurationError(
    'view',
    "The view does not say which documents to read. Add _type: z.literal('venue') to the view.",
  )
}

function noCollection(collection: string): ConfigurationError {
  const names = Object.keys(collectionTypes).join(', ')
  return new ConfigurationError(
    'collection',
    `There is no collection "${collection}". Use one of ${names}, or pass a view.`,
  )
}
