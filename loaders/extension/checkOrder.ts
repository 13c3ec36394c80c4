import {nameHint} from '@touchpoints/calendar/option-names'

import {checkedOrder} from '../options/checkGroq.ts'
import {ConfigurationError} from '../errors.ts'

/**
 * Checks the sort keys of a document type.
 *
 * @param known - the fields of the type
 * @throws ConfigurationError for what is no list of sort keys, or names a field that does not exist
 */
export function checkOrder(place: string, order: unknown, known: readonly string[]): void {
  if (order === undefined) return
  if (typeof order !== 'string') {
    throw new ConfigurationError(place, `${place} is no text. Use sort keys such as name asc.`)
  }
  for (const key of checkedOrder(place, order)) {
    // Other expressions, such as `count(rooms) desc`, are up to the Content Lake.
    const [, name, rest = ''] = /^([A-Za-z_]\w*)((?:\s+\w+)*)$/.exec(key) ?? []
    const [, first = name] = /^([A-Za-z_]\w*)[.[]/.exec(key) ?? []
    if (first !== undefined && !known.includes(first)) {
      throw new ConfigurationError(
        place,
        `${place} sorts by "${first}", and the type has no such field. ${nameHint(first, known)}`,
      )
    }
    if (name === undefined || /^(?:\s+(?:asc|desc))?$/.test(rest)) continue
    throw new ConfigurationError(
      place,
      `${place} has the sort key "${key}". Use a field with asc or desc, such as ${name} asc.`,
    )
  }
}
