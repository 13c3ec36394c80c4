import {isObject} from '../json.ts'

/** Returns a copy in which each object in an array has a `_key`, at any depth. */
export function withArrayKeys(value: unknown, makeKey: () => string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const keyed = withArrayKeys(item, makeKey)
      return isObject(keyed) && keyed._key === undefined ? {...keyed, _key: makeKey()} : keyed
    })
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, withArrayKeys(child, makeKey)]),
  )
}
