import type {PathSegment} from './pathSegment.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A document as the Content Lake stores it. Any field can be missing or have an unexpected type. */
export interface StoredDocument extends Fields {
  _id: string
  _type: string
}

/** Returns the fields of an object, or an empty object for any other value. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** Returns a text that is not blank, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Returns the id that a reference points to, or undefined. */
export function refOf(value: unknown): string | undefined {
  return textOf(fieldsOf(value)['_ref'])
}

/** Returns the strings of an array, or an empty list for any other value. */
export function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/**
 * Returns the items of an array, each with its path segment: its key if it has one, otherwise its index.
 * The Studio opens an item by its key.
 */
export function itemsOf(value: unknown): {item: Fields; at: PathSegment}[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: unknown, index) => {
    const item = fieldsOf(entry)
    const key = textOf(item['_key'])
    return {item, at: key === undefined ? index : {_key: key}}
  })
}

/**
 * Returns the id of the published form of a document. Its drafts and versions have the same one.
 *
 * @example publishedId('versions.r1.touchpoint-1') // 'touchpoint-1'
 */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  return id.startsWith('versions.') ? id.split('.').slice(2).join('.') : id
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStoredDocument(value: unknown): value is StoredDocument {
  return isFields(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}
