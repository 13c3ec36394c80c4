import type {Fields} from '@touchpoints/schemas/reading'

/**
 * Returns the names of the fields in which a draft differs from the published document, without those that start
 * with an underscore.
 *
 * @example changedFields({title: 'B'}, {title: 'A', slug: 'a'}) // ['title', 'slug']
 */
export function changedFields(draft: Fields, published: Fields): string[] {
  const names = new Set([...Object.keys(draft), ...Object.keys(published)])
  return [...names].filter(
    (name) =>
      !name.startsWith('_') &&
      JSON.stringify(sorted(draft[name])) !== JSON.stringify(sorted(published[name])),
  )
}

/** Sorts the names of objects, because the Content Lake can return them in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
