/** A step into a document as Sanity writes paths: a field, an index, or an item's key. */
export type PathSegment = string | number | {_key: string}
