import type {PathSegment} from './reading/pathSegment.ts'
import {itemsOf} from './reading/stored.ts'

interface Repeated {
  message: string
  path: [PathSegment]
}

/**
 * Each item of a list at most once: texts by what they say, references by what they refer to.
 *
 * In place of `rule.unique()`, which compares each item with each, and takes a text that a program
 * stored in place of a list for a list of its letters: 10,000 equal ones held the Studio for a minute
 * (measured, 6.16.0). That it is no list is said by the field's type.
 */
export function unique(values: unknown): true | Repeated[] {
  if (!Array.isArray(values)) return true
  const seen = new Set<string>()
  const places = itemsOf(values)
  const repeated = values.flatMap((value: unknown, index): Repeated[] => {
    const said = JSON.stringify(value, (name, inner: unknown) =>
      name === '_key' ? undefined : inner,
    )
    if (!seen.has(said)) {
      seen.add(said)
      return []
    }
    return [{message: 'This is in the list already.', path: [places[index]?.at ?? index]}]
  })
  return repeated.length === 0 ? true : repeated
}
