import type {Rule} from './finding.ts'

/** Under the Chatham House Rule nobody may learn who said what; a recording of it tells. */
export const chathamRecordingRule = {
  code: 'chatham-house-recorded',
  check: ({chathamHouseRule, recordingPolicy}) => {
    if (chathamHouseRule !== true || recordingPolicy !== 'recorded') return []
    const message =
      'Under the Chatham House Rule the discussion cannot be recorded, for a recording tells who spoke: choose “Only the presentation is recorded” or “Not recorded”.'
    return [{level: 'error', path: ['recordingPolicy'], message}]
  },
} as const satisfies Rule
