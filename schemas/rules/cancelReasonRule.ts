import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** Reports a canceled session without a reason. The session stays on the page and shows the reason. */
export const cancelReasonRule = {
  code: 'cancelled-without-reason',
  check: ({status, cancelReason}) => {
    if (status !== 'cancelled' || textOf(cancelReason)) return []
    const message =
      'Enter the reason. The session stays on the page, and people who planned to come see why it is canceled. Example: “The guest is ill”.'
    return [{level: 'error', path: ['cancelReason'], message}]
  },
} as const satisfies Rule
