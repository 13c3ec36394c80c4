/** A JSON object with unknown fields. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Parses JSON to `unknown`, so that the caller has to narrow it. @throws SyntaxError */
export function parseJson(text: string): unknown {
  return JSON.parse(text)
}

/** Returns whether two JSON values are equal. The order of properties does not matter. */
export function jsonEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => jsonEqual(item, right[index]))
    )
  }
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && jsonEqual(left[key], right[key]))
  )
}

/** Returns whether objects, or arrays in arrays, are nested deeper than the given number of levels. */
export function nestsDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels < 0) return true
  if (!Array.isArray(value)) {
    return Object.values(value).some((inner: unknown) => nestsDeeperThan(inner, levels - 1))
  }
  return value.some((item: unknown) =>
    nestsDeeperThan(item, Array.isArray(item) ? levels - 1 : levels),
  )
}
