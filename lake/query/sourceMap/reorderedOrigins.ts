import {type Annotated, type Origin, unknown} from './origin.ts'

/**
 * Returns the origins of items after a filter or a sort, in their new order.
 *
 * Equal strings are the same to a filter and to a stable sort, so the nth of them is still the nth. The
 * same is true for an object that a list contains twice.
 */
export function reorderedOrigins(
  before: readonly Annotated[],
  after: readonly unknown[],
): Origin[] {
  const origins = new Map<unknown, {next: number; of: Origin[]}>()
  for (const {value, origin} of before) {
    const entry = origins.get(value)
    if (entry) entry.of.push(origin)
    else origins.set(value, {next: 0, of: [origin]})
  }
  return after.map((item) => {
    const entry = origins.get(item ?? null)
    return entry?.of[entry.next++] ?? unknown
  })
}
