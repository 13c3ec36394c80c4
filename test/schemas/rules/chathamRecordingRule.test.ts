import {expect, test} from 'vitest'

import {chathamRecordingRule} from '../../../schemas/rules/chathamRecordingRule.ts'
import {found} from './found.ts'

test('a recorded discussion under the Chatham House Rule is an error: it tells who spoke', () => {
  expect(
    found(chathamRecordingRule, {chathamHouseRule: true, recordingPolicy: 'recorded'}),
  ).toMatchObject([{level: 'error', path: ['recordingPolicy']}])
})

test.each(['presentationOnly', 'notRecorded', undefined])(
  'with the policy %s the discussion is not recorded',
  (recordingPolicy) => {
    expect(found(chathamRecordingRule, {chathamHouseRule: true, recordingPolicy})).toEqual([])
  },
)
