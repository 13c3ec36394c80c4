/** Keys and indexes from a value to one within it. */
export type Path = readonly PropertyKey[]

/** A path as it is written in code: `guests[1].guest.name`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(propertyAt, value)
}

export function propertyAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
