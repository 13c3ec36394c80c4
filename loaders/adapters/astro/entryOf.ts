/** The type of the entries of a loader. A property that exists for the compiler only. */
export interface EntryType<Key extends string, Data> {
  /** Never set. */
  readonly touchpointsEntry?: {readonly key: Key; readonly data: Data}
}

/**
 * The data of the entries of the collection with a key, in the collections of an Astro project. The types that
 * Astro writes for a collection refer to it.
 */
export type EntryOf<Collections, Key extends string> = {
  [Name in keyof Collections]: DataOf<LoaderOf<Collections[Name]>, Key>
}[keyof Collections]

/** A collection of Astro is a union of three kinds, and one of them has no loader. */
type LoaderOf<Collection> = Collection extends {loader: infer Loader} ? Loader : never

type DataOf<Loader, Key extends string> =
  Loader extends EntryType<infer Own, infer Data> ? (Own extends Key ? Data : never) : never
