import {sitePath, type SitePath} from '@touchpoints/calendar/links'

import {path} from '../links/path.ts'
import {filterNames} from './filterNames.ts'
import type {Filters} from './readFilters.ts'

/**
 * Returns the address of the list with filters, and with the zone if the current address names one.
 *
 * @param pagePath - path of the meetings page
 * @example filterUrl('/meetings/', {group: 'docs'}) // '/meetings/?group=docs'
 */
export function filterUrl(
  pagePath: SitePath,
  filters: {[Name in keyof Filters]: Filters[Name] | undefined},
  zone?: string,
): SitePath {
  const query = new URLSearchParams()
  for (const name of filterNames) {
    const value = filters[name]
    if (value !== undefined) query.set(name, value)
  }
  if (zone !== undefined) query.set('zone', zone)
  const search = query.toString().replaceAll('%2F', '/')
  return (search && sitePath(`${pagePath}?${search}`)) || path`${pagePath}`
}
