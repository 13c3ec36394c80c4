import {expect, test} from 'vitest'

import {callRecurrenceRule} from '../../../schemas/rules/callRecurrenceRule.ts'
import {found, thursdays} from './found.ts'

test('a weekly call cannot be on the 2nd weekday of the month', () => {
  const recurrence = {...Object(thursdays['cadence']), ordinal: 2}
  expect(found(callRecurrenceRule, {_type: 'workingGroup', call: {recurrence}})).toMatchObject([
    {level: 'error', path: ['call', 'recurrence', 'ordinal']},
  ])
})

test('a call without a recurrence has none to be wrong', () => {
  expect(found(callRecurrenceRule, {call: {title: 'Bi-weekly call'}})).toEqual([])
})
