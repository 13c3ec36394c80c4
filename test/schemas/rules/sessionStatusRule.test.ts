import {expect, test} from 'vitest'

import {sessionStatusRule} from '../../../schemas/rules/sessionStatusRule.ts'
import {at, found} from './found.ts'

const schedule = at('2025-03-06T12:00:00Z')

test.each(['planned', 'confirmed'])(
  'a session that is over and still %s is warned about',
  (status) => {
    const finding = found(sessionStatusRule, {schedule, status}, {now: '2025-03-06T13:00:00Z'})
    expect(finding).toMatchObject([{level: 'warning', path: ['status']}])
  },
)

test('while it runs it is not over', () => {
  const status = 'confirmed'
  expect(found(sessionStatusRule, {schedule, status}, {now: '2025-03-06T12:59:59Z'})).toEqual([])
})

test('a session of the future was not held', () => {
  expect(found(sessionStatusRule, {schedule, status: 'held'})).toHaveLength(1)
})

test('a broken schedule is its own finding, not this rule’s', () => {
  expect(found(sessionStatusRule, {schedule: {start: 'soon'}, status: 'planned'})).toEqual([])
})
