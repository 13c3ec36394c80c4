import type {SessionEntry} from './sessionIndex.ts'

/**
 * Returns a function that makes something of the session index once for each index and second argument. The
 * index of 1,500 sessions is the same for all pages until the content changes, and to divide it takes 15 ms.
 */
export function oncePerIndex<Value>(
  make: (entries: readonly SessionEntry[], variant: string) => Value,
): (entries: readonly SessionEntry[], variant: string) => Value {
  const known = new WeakMap<readonly SessionEntry[], Map<string, Value>>()
  return (entries, variant) => {
    const variants = known.get(entries) ?? new Map<string, Value>()
    known.set(entries, variants)
    const value = variants.get(variant)
    if (value !== undefined) return value
    const made = make(entries, variant)
    variants.set(variant, made)
    return made
  }
}
