import type {Rule} from './finding.ts'
import {itemsOf, refOf} from '../reading/stored.ts'

/** A person has one place in each role; who presents and moderates may have both. */
export const guestTwiceRule = {
  code: 'guest-listed-twice',
  check: ({guests}) => {
    const seen = new Set<string>()
    return itemsOf(guests).flatMap(({item, at}) => {
      const person = refOf(item['guest'])
      if (person === undefined) return []
      const part = `${person} as ${String(item['role'])}`
      if (seen.has(part)) {
        const message =
          'This person is listed already in the same role, and the page would show them twice: remove one.'
        return [{level: 'error' as const, path: ['guests', at], message}]
      }
      seen.add(part)
      return []
    })
  },
} as const satisfies Rule
