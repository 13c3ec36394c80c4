import type {Rule} from './finding.ts'
import {recurrenceFaults} from '../reading/recurrenceFaults.ts'
import {fieldsOf} from '../reading/stored.ts'

/** A working group's call makes dates: its parts do not contradict each other. */
export const callRecurrenceRule = {
  code: 'recurrence',
  check: ({call}) => recurrenceFaults(fieldsOf(call)['recurrence'], ['call', 'recurrence']),
} as const satisfies Rule
