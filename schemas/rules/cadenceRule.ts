import type {Rule} from './finding.ts'
import {recurrenceFindings} from '../reading/recurrenceFindings.ts'

/** Reports fields of a series' cadence that contradict each other. */
export const cadenceRule = {
  code: 'invalid-recurrence',
  check: ({cadence}) => recurrenceFindings(cadence, ['cadence']),
} as const satisfies Rule
