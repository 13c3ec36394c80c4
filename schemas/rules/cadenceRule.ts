import type {Rule} from './finding.ts'
import {recurrenceFaults} from '../reading/recurrenceFaults.ts'

/** A series' cadence makes dates: its parts do not contradict each other. */
export const cadenceRule = {
  code: 'recurrence',
  check: ({cadence}) => recurrenceFaults(cadence, ['cadence']),
} as const satisfies Rule
