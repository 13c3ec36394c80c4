import type {PathSegment} from './pathSegment.ts'
import {isFields, itemsOf, textOf, type Fields} from './stored.ts'

export interface Placed<Value> {
  value: Value
  path: PathSegment[]
}

/** Returns all strings of a document with their paths, except Sanity's own fields such as `_type`. */
export function stringsOf(document: Fields): Placed<string>[] {
  return walk(document, [])
}

/** Returns all texts of more than one word, with their paths. A paragraph of rich text is one text. */
export function textsOf(document: Fields): Placed<string>[] {
  return walk(document, [], joinedBlock).filter(({value}) => /\s/.test(value.trim()))
}

type Shortcut = (fields: Fields) => string | undefined

function walk(value: unknown, path: PathSegment[], shortcut?: Shortcut): Placed<string>[] {
  if (typeof value === 'string') return [{value, path}]
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => {
      const key = isFields(entry) ? textOf(entry['_key']) : undefined
      return walk(entry, [...path, key === undefined ? index : {_key: key}], shortcut)
    })
  }
  if (!isFields(value)) return []
  const text = shortcut?.(value)
  if (text !== undefined) return [{value: text, path}]
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, field]) => walk(field, [...path, name], shortcut))
}

/** Joins the spans of a block, because a bold word or a link splits a sentence into several spans. */
function joinedBlock(fields: Fields): string | undefined {
  if (fields['_type'] !== 'block') return undefined
  return itemsOf(fields['children'])
    .map(({item}) => textOf(item['text']) ?? '')
    .join('')
}
