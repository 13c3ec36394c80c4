/** One segment of a Sanity path: a field name, an index, or an item's key. */
export type PathSegment = string | number | {_key: string}
