import type {PathSegment} from './pathSegment.ts'
import {isFields, itemsOf, textOf, type Fields} from './stored.ts'

export interface Placed<Value> {
  value: Value
  path: PathSegment[]
}

/** Every string of a document with its place; not Sanity's own fields such as `_type`. */
export function stringsOf(document: Fields): Placed<string>[] {
  return walk(document, [])
}

/** The prose of a document: texts of more than one word, a paragraph of rich text as one. */
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
  const whole = shortcut?.(value)
  if (whole !== undefined) return [{value: whole, path}]
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, field]) => walk(field, [...path, name], shortcut))
}

/** Spans split a sentence wherever a word is bold or a link; a rule about prose must see it whole. */
function joinedBlock(fields: Fields): string | undefined {
  if (fields['_type'] !== 'block') return undefined
  return itemsOf(fields['children'])
    .map(({item}) => textOf(item['text']) ?? '')
    .join('')
}
