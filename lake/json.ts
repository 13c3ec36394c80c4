/** A plain JSON object, before anything is known of its fields. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Parses to `unknown`, so that every use has to narrow. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(text)
}

/** Property order does not matter, array order does. */
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

/** Whether objects, or arrays within arrays, lie in each other more often than that. */
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
