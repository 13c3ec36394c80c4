/** Filters by the slug of a document, with the type of that document. */
const slugFilters = {
  series: 'series',
  group: 'workingGroup',
  guest: 'guest',
  slug: 'touchpoint',
} as const

type SlugFilter = keyof typeof slugFilters

/** Slugs to compare a misspelled one with. */
const maxSlugs = 200

/**
 * Returns the part of a query that finds slugs which no document has: null for one that exists, and otherwise
 * the slugs of its type. It is part of the query, so that no filter costs another round trip, and a query
 * without such filters is as short as before.
 *
 * @param filter - the values of the parameters `$series`, `$group`, `$guest` and `$slug`
 * @returns a list with the part, which is empty without such a filter
 */
export function unknownSlugs(filter: {[Name in SlugFilter]?: string | undefined}): string[] {
  const parts = Object.entries(slugFilters).flatMap(([name, type]) => {
    if (Reflect.get(filter, name) === undefined) return []
    const all = `*[_type == "${type}"]`
    const isKnown = `count(*[_type == "${type}" && slug.current == $${name}]) > 0`
    return `"${name}":select(${isKnown} => null, ${all}[0...${maxSlugs}].slug.current)`
  })
  return parts.length > 0 ? [`"unknown":{${parts.join(',')}}`] : []
}
