import {itemsOf, textOf} from '../reading/stored.ts'
import type {Finding, Rule} from './finding.ts'

/** Reports a short name that two regions have, and a region without hours. */
export const communityRegionsRule = {
  code: 'invalid-region',
  check: ({regions}) => {
    const items = itemsOf(regions)
    return items.flatMap(({item, at}, index): Omit<Finding, 'code'>[] => {
      const [code, from, to] = [textOf(item['code']), textOf(item['from']), textOf(item['to'])]
      const isTaken = items.slice(0, index).some(({item: other}) => other['code'] === code)
      if (code && isTaken) {
        const message = `Another region has the short name ${code}, so series cannot name one of them. Choose another short name.`
        return [{level: 'error', path: ['regions', at, 'code'], message}]
      }
      if (!from || from !== to) return []
      const message = `The hours begin and end at ${from}, so every session for ${code ?? 'this region'} would be reported. Choose a later time for “Latest start”.`
      return [{level: 'warning', path: ['regions', at, 'to'], message}]
    })
  },
} as const satisfies Rule
