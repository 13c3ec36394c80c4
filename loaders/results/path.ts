/** Keys and indexes that lead from a value to a nested one. */
export type Path = readonly PropertyKey[]

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(propertyAt, value)
}

export function propertyAt(value: unknown, key: PropertyKey): unknown {
  return isObject(value) ? value[key] : undefined
}

/** Lists are objects, too. With this type a property is read without `Reflect.get`, which is slower. */
export function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Returns the text of a property, or an empty one when it has none. */
export function textAt(value: unknown, key: PropertyKey): string {
  const text = propertyAt(value, key)
  return typeof text === 'string' ? text : ''
}
