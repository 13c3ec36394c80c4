import type {PathSegment} from './pathSegment.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A document as the Content Lake holds it: a draft may lack any field or hold anything in it. */
export interface StoredDocument extends Fields {
  _id: string
  _type: string
}

/** The fields of an object, or none: so a rule can look into what a draft does not have yet. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** A text that is not blank. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The id a reference points to. */
export function refOf(value: unknown): string | undefined {
  return textOf(fieldsOf(value)['_ref'])
}

/**
 * The items of an array, each with its place: the key where it has one, as the Studio opens an item by
 * its key.
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
 * The id under which a document is, or will be, published. Drafts and versions of one document share it.
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
