import {calendarDate} from '../scalars.ts'
import {itemsOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a break of the community that ends before it begins, so that it would have no effect. */
export const communityBreaksRule = {
  code: 'invalid-cadence',
  check: ({breaks}) =>
    itemsOf(breaks).flatMap(({item, at}) => {
      const [from, to] = [calendarDate.safeParse(item['from']), calendarDate.safeParse(item['to'])]
      if (!from.success || !to.success || from.data <= to.data) return []
      const message = `The break ends on ${to.data}, before it begins on ${from.data}, so nothing is left out. Choose a last day that is not before ${from.data}.`
      return [{level: 'error' as const, path: ['breaks', at, 'to'], message}]
    }),
} as const satisfies Rule
