/**
 * Returns the paths of items of lists that have no value. No type of the schema has them, and Sanity's validation
 * skips them.
 *
 * @example emptyItems({links: [null]}) // [['links', 0]]
 */
export function emptyItems(value: unknown): (string | number)[][] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      item === null || item === undefined
        ? [[index]]
        : emptyItems(item).map((path) => [index, ...path]),
    )
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    emptyItems(inner).map((path) => [name, ...path]),
  )
}
