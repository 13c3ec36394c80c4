/** Filters by the slug of a document, with the type of that document. */
const slugFilters = {
  series: 'series',
  group: 'workingGroup',
  guest: 'guest',
} as const

type SlugFilter = keyof typeof slugFilters | 'slug'

/** Types of the documents that `slug` selects. */
export type SluggedType = 'touchpoint' | 'recording' | 'guest' | 'series'

/** Slugs to compare a misspelled one with. */
const maxSlugs = 200

/**
 * Returns the part of a query that finds slugs which no document has: null for one that exists, and otherwise
 * the slugs of its type. It is part of the query, so that no filter costs another round trip, and a query
 * without such filters is as short as before.
 *
 * @param filter - the values of the parameters `$series`, `$group`, `$guest` and `$slug`
 * @param type - of the documents that `slug` selects
 * @returns a list with the part, which is empty without such a filter
 */
export function unknownSlugs(
  filter: {[Name in SlugFilter]?: string | undefined},
  type: SluggedType,
): string[] {
  const filters = {...slugFilters, slug: type}
  const parts = Object.entries(filters).flatMap(([name, each]) => {
    if (Reflect.get(filter, name) === undefined) return []
    const all = `*[_type == "${each}"]`
    const isKnown = `count(*[_type == "${each}" && slug.current == $${name}]) > 0`
    return `"${name}":select(${isKnown} => null, ${all}[0...${maxSlugs}].slug.current)`
  })
  return parts.length > 0 ? [`"unknown":{${parts.join(',')}}`] : []
}
