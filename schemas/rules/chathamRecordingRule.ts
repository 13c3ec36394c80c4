import type {Rule} from './finding.ts'

/**
 * Reports a recorded discussion under the Chatham House Rule. The rule protects the identity and the
 * affiliation of all participants, and a recording reveals them.
 */
export const chathamRecordingRule = {
  code: 'chatham-house-recorded',
  check: ({chathamHouseRule, recordingPolicy}) => {
    if (chathamHouseRule !== true || recordingPolicy !== 'recorded') return []
    const message =
      'A recording would reveal who spoke, which the Chatham House Rule does not allow. Choose “Only the presentation is recorded” or “Not recorded”.'
    return [{level: 'error', path: ['recordingPolicy'], message}]
  },
} as const satisfies Rule
