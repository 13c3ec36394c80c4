import {checkCadence} from '@touchpoints/calendar/time'

import {cadenceOf} from '../reading/cadenceOf.ts'
import {keyedPath} from '../reading/keyedPath.ts'
import {fieldsOf, itemsOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a cadence without dates, and parts of it that contradict each other. */
export const cadenceRule = {
  code: 'invalid-cadence',
  check: ({cadence}) => {
    const unfinished = unfinishedMoves(cadence)
    // A cadence is read without them, so the indexes of its faults would be wrong.
    return unfinished.length > 0 ? unfinished : faultsOf(cadence)
  },
} as const satisfies Rule

function faultsOf(stored: unknown) {
  const cadence = cadenceOf(stored)
  if (!cadence) return []
  return checkCadence(cadence).map(({level, path, message}) => ({
    level,
    path: ['cadence', ...keyedPath(stored, path)],
    message: `${message.replace(/\.$/, '')}.`,
  }))
}

/** A moved date without its new date would have no effect: the cadence is read without it. */
function unfinishedMoves(cadence: unknown) {
  return itemsOf(fieldsOf(cadence)['exceptions'])
    .filter(({item}) => item['kind'] === 'moved' && !item['toDate'])
    .map(({at}) => ({
      level: 'error' as const,
      path: ['cadence', 'exceptions', at, 'toDate'],
      message:
        'Enter the date that the session moves to. Without it nothing moves. If there is no new date, choose “Skipped”.',
    }))
}
