import {expect, test} from 'vitest'

import {chathamRecordingRule} from '../../../schemas/rules/chathamRecordingRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a recorded discussion under the Chatham House Rule is an error, because it reveals who spoke', () => {
  expect(
    findingsOf(chathamRecordingRule, {chathamHouseRule: true, recordingPolicy: 'recorded'}),
  ).toMatchObject([{level: 'error', path: ['recordingPolicy']}])
})

test.each(['presentationOnly', 'notRecorded', undefined])(
  'the policy %s gets no finding, because the discussion is not recorded',
  (recordingPolicy) => {
    expect(findingsOf(chathamRecordingRule, {chathamHouseRule: true, recordingPolicy})).toEqual([])
  },
)
