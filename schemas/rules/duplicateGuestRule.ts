import type {Rule} from './finding.ts'
import {itemsOf, refOf} from '../reading/stored.ts'

/** Reports a person who is listed twice in the same role. One person can have several roles. */
export const duplicateGuestRule = {
  code: 'duplicate-guest',
  check: ({guests}) => {
    const seen = new Set<string>()
    return itemsOf(guests).flatMap(({item, at}) => {
      const person = refOf(item['guest'])
      if (person === undefined) return []
      const appearance = `${person} as ${String(item['role'])}`
      if (seen.has(appearance)) {
        const message =
          'This person is already listed in the same role, so the page would show them twice. Remove one of the two.'
        return [{level: 'error' as const, path: ['guests', at], message}]
      }
      seen.add(appearance)
      return []
    })
  },
} as const satisfies Rule
