/** What a visitor can choose by. The names are parameters of the address. */
export const filterNames = ['group', 'series', 'topic', 'region', 'calendar'] as const

export type FilterName = (typeof filterNames)[number]

/** Longest value of a filter in characters. A slug of the Studio has at most 96. */
const maxLength = 96

/** Whether a value can be one of a filter. What cannot be is dropped, so it is no page of its own in a cache. */
export function isFilterValue(value: string): boolean {
  return value.length <= maxLength && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(value)
}
