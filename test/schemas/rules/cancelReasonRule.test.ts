import {expect, test} from 'vitest'

import {cancelReasonRule} from '../../../schemas/rules/cancelReasonRule.ts'
import {found} from './found.ts'

test('a cancelled session without a reason is an error: visitors read the reason where it stood', () => {
  expect(found(cancelReasonRule, {status: 'cancelled'})).toMatchObject([
    {level: 'error', path: ['cancelReason']},
  ])
})

test('blanks are no reason', () => {
  expect(found(cancelReasonRule, {status: 'cancelled', cancelReason: '  '})).toHaveLength(1)
})

test('with a reason, or not cancelled, nothing is wrong', () => {
  expect(found(cancelReasonRule, {status: 'cancelled', cancelReason: 'Guest is ill'})).toEqual([])
  expect(found(cancelReasonRule, {status: 'planned'})).toEqual([])
})
