import type {Rule} from './finding.ts'
import {fieldsOf, itemsOf} from '../reading/stored.ts'

/** Minutes that the agenda may leave open, for a late start, a break or goodbyes. */
const slack = 15

/** Compares the total minutes of the agenda with the length of the session. */
export const agendaLengthRule = {
  code: 'agenda-length',
  check: ({agenda, schedule}) => {
    const {minutes: length} = fieldsOf(schedule)
    const items = itemsOf(agenda).map(({item}) => item['minutes'])
    const timed = items.filter((minutes) => typeof minutes === 'number')
    if (typeof length !== 'number' || timed.length === 0) return []
    const sum = timed.reduce((total, minutes) => total + minutes, 0)
    if (sum > length) {
      const message = `The agenda takes ${sum} minutes, but the session is ${length} minutes long. Shorten an item or increase “Length in minutes”.`
      return [{level: 'warning', path: ['agenda'], message}]
    }
    if (timed.length === items.length && length - sum > slack) {
      const message = `The agenda takes ${sum} of the ${length} minutes. Add an item for the other ${length - sum}, or reduce “Length in minutes”.`
      return [{level: 'warning', path: ['agenda'], message}]
    }
    return []
  },
} as const satisfies Rule
