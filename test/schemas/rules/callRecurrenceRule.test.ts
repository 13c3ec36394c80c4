import {expect, test} from 'vitest'

import {callRecurrenceRule} from '../../../schemas/rules/callRecurrenceRule.ts'
import {findingsOf, thursdays} from './findingsOf.ts'

test('a weekly call with a week of the month is an error', () => {
  const recurrence = {...Object(thursdays['cadence']), ordinal: 2}
  expect(findingsOf(callRecurrenceRule, {_type: 'workingGroup', call: {recurrence}})).toMatchObject(
    [{level: 'error', path: ['call', 'recurrence', 'ordinal']}],
  )
})

test('a call without a recurrence gets no finding', () => {
  expect(findingsOf(callRecurrenceRule, {call: {title: 'Bi-weekly call'}})).toEqual([])
})
