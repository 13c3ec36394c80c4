import type {CollectionName, Collections} from './collections.ts'

/** The type of the entries of a loader. A property that exists for the compiler only. */
export interface EntryType<Key extends string, Data> {
  /** Never set. */
  readonly touchpointsEntry?: {readonly key: Key; readonly data: Data}
}

/**
 * The data of the entries of the collection with a key, in the collections of an Astro project. The types that
 * Astro writes for a collection refer to it.
 */
export type EntryOf<Config, Key extends string> = [Declared<Config, Key>] extends [never]
  ? Default<Key>
  : Declared<Config, Key>

/** What the configuration of the project says. Never when it is JavaScript that the compiler does not read. */
type Declared<Config, Key extends string> = {
  [Name in keyof Config]: DataOf<LoaderOf<Config[Name]>, Key>
}[keyof Config]

/** The type without added fields. */
type Default<Key extends string> = Key extends `collection:${infer Name extends CollectionName}`
  ? Collections[Name]
  : Record<string, unknown>

/** A collection of Astro is a union of three kinds, and one of them has no loader. */
type LoaderOf<Collection> = Collection extends {loader: infer Loader} ? Loader : never

type DataOf<Loader, Key extends string> =
  Loader extends EntryType<infer Own, infer Data> ? (Own extends Key ? Data : never) : never
