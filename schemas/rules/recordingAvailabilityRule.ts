import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** Reports a published recording without a source, and a missing recording without a reason. */
export const recordingAvailabilityRule = {
  code: 'recording-incomplete',
  check: ({availability, media, notRecordedReason}) => {
    if (availability === 'published' && !media) {
      const message =
        'A published recording needs a source. Paste a link, such as https://youtu.be/Aj84quEIEug, or set “Availability” to “Processing”.'
      return [{level: 'error', path: ['media'], message}]
    }
    if (availability === 'notRecorded' && !textOf(notRecordedReason)) {
      const message =
        'Enter why there is no recording, such as “Held under the Chatham House Rule”.'
      return [{level: 'error', path: ['notRecordedReason'], message}]
    }
    return []
  },
} as const satisfies Rule
