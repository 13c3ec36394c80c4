import type {Rule} from './finding.ts'
import {fieldsOf, itemsOf} from '../reading/stored.ts'

/** Minutes without an agenda item that need no explanation: a late start, a break, goodbyes. */
const slack = 15

/** The minutes of the agenda fit the length of the session. */
export const agendaLengthRule = {
  code: 'agenda-length',
  check: ({agenda, schedule}) => {
    const {minutes: length} = fieldsOf(schedule)
    const items = itemsOf(agenda).map(({item}) => item['minutes'])
    const timed = items.filter((minutes) => typeof minutes === 'number')
    if (typeof length !== 'number' || timed.length === 0) return []
    const sum = timed.reduce((total, minutes) => total + minutes, 0)
    if (sum > length) {
      const message = `The agenda takes ${sum} minutes and the session ${length}: shorten an item or lengthen the session.`
      return [{level: 'warning', path: ['agenda'], message}]
    }
    if (timed.length === items.length && length - sum > slack) {
      const message = `The agenda takes ${sum} of ${length} minutes: add what fills the other ${length - sum}, or shorten the session.`
      return [{level: 'warning', path: ['agenda'], message}]
    }
    return []
  },
} as const satisfies Rule
