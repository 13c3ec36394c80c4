import {isFields} from '../reading/stored.ts'

/** Returns whether two values are equal. The order of fields is no difference, and neither is an empty one. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(ordered)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  )
}
