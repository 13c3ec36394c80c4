import type {Rule} from './finding.ts'
import {touchpointQuestion} from '../reading/touchpointQuestion.ts'

/** A session that is not recorded has no recording, neither published nor on its way. */
export const recordingOfUnrecordedRule = {
  code: 'recording-of-unrecorded',
  asks: touchpointQuestion,
  check: ({availability}, {others: [touchpoint]}) => {
    if (!touchpoint || (availability !== 'published' && availability !== 'processing')) return []
    const {recordingPolicy, chathamHouseRule} = touchpoint
    if (recordingPolicy === 'notRecorded') {
      const message =
        'Its touchpoint is not recorded: set this to “Not recorded” with the reason, or correct the touchpoint.'
      return [{level: 'error', path: ['availability'], message}]
    }
    if (chathamHouseRule === true && recordingPolicy !== 'presentationOnly') {
      const message =
        'Its touchpoint was held under the Chatham House Rule: make sure that no discussion is in it, and set the touchpoint to “Only the presentation is recorded”.'
      return [{level: 'warning', path: ['availability'], message}]
    }
    return []
  },
} as const satisfies Rule
