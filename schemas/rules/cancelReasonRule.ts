import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** A cancelled session stays on the page, so it must say why. */
export const cancelReasonRule = {
  code: 'cancelled-without-reason',
  check: ({status, cancelReason}) => {
    if (status !== 'cancelled' || textOf(cancelReason)) return []
    const message =
      'Say why it is cancelled: visitors who planned to come read it where the session stood.'
    return [{level: 'error', path: ['cancelReason'], message}]
  },
} as const satisfies Rule
