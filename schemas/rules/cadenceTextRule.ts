import {fieldsOf, textOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a series with its cadence both as dates and in words, because pages show only the former. */
export const cadenceTextRule = {
  code: 'cadence-in-words',
  check: ({cadence, cadenceText}) => {
    const {slots} = fieldsOf(cadence)
    if (!textOf(cadenceText) || !Array.isArray(slots) || slots.length === 0) return []
    const message =
      'The series has a cadence, and its sentence follows from that. Remove these words, so that they cannot contradict it.'
    return [{level: 'info', path: ['cadenceText'], message}]
  },
} as const satisfies Rule
