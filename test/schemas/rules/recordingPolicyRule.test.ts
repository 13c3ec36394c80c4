import {expect, test} from 'vitest'

import {recordingPolicyRule} from '../../../schemas/rules/recordingPolicyRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const check = (availability: string, touchpoint: Record<string, unknown>) =>
  findingsOf(
    recordingPolicyRule,
    {_type: 'recording', availability, touchpoint: refTo('t')},
    {others: [{_id: 't', _type: 'touchpoint', ...touchpoint}]},
  )

test.each(['published', 'processing'])(
  'a recording in state %s is an error if the session is not recorded',
  (state) => {
    expect(check(state, {recordingPolicy: 'notRecorded'})).toMatchObject([
      {level: 'error', path: ['availability']},
    ])
  },
)

test('a recording of a Chatham House session without a policy is a warning', () => {
  expect(check('published', {chathamHouseRule: true})).toMatchObject([{level: 'warning'}])
})

test('a recorded presentation and a recording that does not exist get no finding', () => {
  const touchpoint = {chathamHouseRule: true, recordingPolicy: 'presentationOnly'}
  expect(check('published', touchpoint)).toEqual([])
  expect(check('notRecorded', {recordingPolicy: 'notRecorded'})).toEqual([])
})
