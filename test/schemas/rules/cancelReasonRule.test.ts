import {expect, test} from 'vitest'

import {cancelReasonRule} from '../../../schemas/rules/cancelReasonRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a canceled session without a reason is an error, because the page shows the reason', () => {
  expect(findingsOf(cancelReasonRule, {status: 'cancelled'})).toMatchObject([
    {level: 'error', path: ['cancelReason']},
  ])
})

test('a reason of spaces only is an error', () => {
  expect(findingsOf(cancelReasonRule, {status: 'cancelled', cancelReason: '  '})).toHaveLength(1)
})

test('a canceled session with a reason and a planned session get no finding', () => {
  expect(findingsOf(cancelReasonRule, {status: 'cancelled', cancelReason: 'Guest is ill'})).toEqual(
    [],
  )
  expect(findingsOf(cancelReasonRule, {status: 'planned'})).toEqual([])
})
