import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** A published recording is somewhere; one that was not made says why. */
export const recordingAvailabilityRule = {
  code: 'recording-without-place',
  check: ({availability, media, notRecordedReason}) => {
    if (availability === 'published' && !media) {
      const message = 'Say where the published recording is, or set it to processing.'
      return [{level: 'error', path: ['media'], message}]
    }
    if (availability === 'notRecorded' && !textOf(notRecordedReason)) {
      const message = 'Say why there is no recording, such as “held under the Chatham House Rule”.'
      return [{level: 'error', path: ['notRecordedReason'], message}]
    }
    return []
  },
} as const satisfies Rule
