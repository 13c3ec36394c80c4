import type {Rule} from './finding.ts'
import {recurrenceFindings} from '../reading/recurrenceFindings.ts'
import {fieldsOf} from '../reading/stored.ts'

/** Reports fields of a working group call's recurrence that contradict each other. */
export const callRecurrenceRule = {
  code: 'invalid-recurrence',
  check: ({call}) => recurrenceFindings(fieldsOf(call)['recurrence'], ['call', 'recurrence']),
} as const satisfies Rule
