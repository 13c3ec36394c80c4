import {expect, test} from 'vitest'

import {recordingOfUnrecordedRule} from '../../../schemas/rules/recordingOfUnrecordedRule.ts'
import {found, refTo} from './found.ts'

const of = (availability: string, touchpoint: Record<string, unknown>) =>
  found(
    recordingOfUnrecordedRule,
    {_type: 'recording', availability, touchpoint: refTo('t')},
    {others: [{_id: 't', _type: 'touchpoint', ...touchpoint}]},
  )

test.each(['published', 'processing'])(
  '%s of a session that is not recorded is an error',
  (state) => {
    expect(of(state, {recordingPolicy: 'notRecorded'})).toMatchObject([
      {level: 'error', path: ['availability']},
    ])
  },
)

test('of a Chatham House session whose policy nobody set it is only doubtful', () => {
  expect(of('published', {chathamHouseRule: true})).toMatchObject([{level: 'warning'}])
})

test('a recorded presentation, and one that says it was not recorded, are right', () => {
  const touchpoint = {chathamHouseRule: true, recordingPolicy: 'presentationOnly'}
  expect(of('published', touchpoint)).toEqual([])
  expect(of('notRecorded', {recordingPolicy: 'notRecorded'})).toEqual([])
})
