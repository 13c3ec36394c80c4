import {nearestName} from '@touchpoints/calendar/option-names'

import type {FilterProblem} from '../problems.ts'
import type {SluggedType} from '../queries/unknownSlugs.ts'
import {propertyAt} from './path.ts'

/**
 * Returns a problem for each slug of a filter that no document has. Its list is empty, and would look like
 * one that nothing matches at the moment.
 *
 * @param unknown - result of `unknownSlugs`. Undefined for an earlier answer, which has none
 * @param type - of the documents that `slug` selects
 */
export function filterProblems(
  unknown: unknown,
  filter: object,
  type: SluggedType,
): FilterProblem[] {
  return Object.entries(Object(unknown)).flatMap(([name, slugs]) => {
    const value: unknown = propertyAt(filter, name)
    if (!Array.isArray(slugs) || typeof value !== 'string') return []
    const nearest = nearestName(
      value,
      slugs.filter((slug) => typeof slug === 'string'),
    )
    const advice =
      nearest === undefined
        ? 'Check its slug in the Studio, and whether it is published.'
        : `Did you mean "${nearest}"?`
    const message = `No ${nameOf(name, type)} has the slug "${value.slice(0, 200)}", so nothing matches. ${advice}`
    return {kind: 'filter', name, value, message}
  })
}

function nameOf(filter: string, type: SluggedType): string {
  if (filter === 'slug') return type === 'touchpoint' ? 'session' : type
  return filter === 'group' ? 'working group' : filter
}
