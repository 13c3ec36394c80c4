import {isObject} from '../json.ts'

/** Gives each object in an array a `_key` where it has none, at any depth. The value is not changed. */
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
