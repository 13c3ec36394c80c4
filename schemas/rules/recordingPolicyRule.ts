import type {Rule} from './finding.ts'
import {touchpointQuery} from '../reading/touchpointQuery.ts'

/** Reports a recording of a session that is not to be recorded. */
export const recordingPolicyRule = {
  code: 'recording-contradicts-policy',
  query: touchpointQuery,
  check: ({availability}, {others: [touchpoint]}) => {
    if (!touchpoint || (availability !== 'published' && availability !== 'processing')) return []
    const {recordingPolicy, chathamHouseRule} = touchpoint
    if (recordingPolicy === 'notRecorded') {
      const message =
        'The session is marked as “Not recorded”. Set “Availability” to “Not recorded” and enter the reason, or correct “Recording” in the session.'
      return [{level: 'error', path: ['availability'], message}]
    }
    if (chathamHouseRule === true && recordingPolicy !== 'presentationOnly') {
      const message =
        'The session was held under the Chatham House Rule. Make sure that the recording contains no discussion, then set “Recording” in the session to “Only the presentation is recorded”.'
      return [{level: 'warning', path: ['availability'], message}]
    }
    return []
  },
} as const satisfies Rule
