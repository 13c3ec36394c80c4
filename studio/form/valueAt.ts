import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import type {Path} from 'sanity'

/** Returns the value at a path of a document, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, segment) => {
    if (Array.isArray(inner)) {
      const key = textOf(fieldsOf(segment)['_key'])
      return key === undefined
        ? inner[Number(segment)]
        : inner.find((item: unknown) => fieldsOf(item)['_key'] === key)
    }
    return typeof segment === 'string' ? fieldsOf(inner)[segment] : undefined
  }, value)
}
