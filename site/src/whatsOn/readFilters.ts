import {type FilterName, filterNames, isFilterValue} from './filterNames.ts'

/** The requested values, as in the address. An absent one shows all. */
export type Filters = Partial<Record<FilterName, string>>

/** Returns the filters of an address. An empty value shows all, as the first choice of a menu does. */
export function readFilters(query: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const name of filterNames) {
    const value = query.get(name)
    if (value !== null && isFilterValue(value)) filters[name] = value
  }
  return filters
}
