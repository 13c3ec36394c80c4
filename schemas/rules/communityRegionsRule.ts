import {itemsOf, textOf} from '../reading/stored.ts'
import type {Finding, Rule} from './finding.ts'

/** Reports a name or a short name that two regions have, and a region without hours. */
export const communityRegionsRule = {
  code: 'invalid-region',
  check: ({regions}) => {
    const items = itemsOf(regions)
    return items.flatMap(({item, at}, index): Omit<Finding, 'code'>[] => {
      const [code, from, to] = [textOf(item['code']), textOf(item['from']), textOf(item['to'])]
      const title = textOf(item['title'])
      const before = items.slice(0, index)
      const other = before.find(({item: each}) => isSameName(each['code'], code))
      if (code && other) {
        const taken = textOf(other.item['code']) ?? code
        const reason = taken === code ? 'series cannot name one of them' : 'readers confuse them'
        const message = `Another region has the short name ${taken}, so ${reason}. Choose another short name.`
        return [{level: 'error', path: ['regions', at, 'code'], message}]
      }
      if (title && before.some(({item: each}) => isSameName(each['title'], title))) {
        const message = `Another region has the name ${title}, so visitors confuse them. Choose another name.`
        return [{level: 'warning', path: ['regions', at, 'title'], message}]
      }
      if (!from || from !== to) return []
      const message = `The hours begin and end at ${from}, so every session for ${code ?? 'this region'} would be reported. Choose a later time for “Latest start”.`
      return [{level: 'warning', path: ['regions', at, 'to'], message}]
    })
  },
} as const satisfies Rule

/** Readers see no difference between EMEA and emea. */
function isSameName(one: unknown, other: string | undefined): boolean {
  const fold = (name: string | undefined) => name?.trim().toLowerCase()
  return other !== undefined && fold(textOf(one)) === fold(other)
}
