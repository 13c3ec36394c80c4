import {expect, test} from 'vitest'

import {sessionStatusRule} from '../../../schemas/rules/sessionStatusRule.ts'
import {at, findingsOf} from './findingsOf.ts'

const schedule = at('2025-03-06T12:00:00Z')

test.each(['planned', 'confirmed'])('a past session that is still %s gets a warning', (status) => {
  const finding = findingsOf(sessionStatusRule, {schedule, status}, {now: '2025-03-06T13:00:00Z'})
  expect(finding).toMatchObject([{level: 'warning', path: ['status']}])
})

test('a running session gets no warning', () => {
  const status = 'confirmed'
  expect(findingsOf(sessionStatusRule, {schedule, status}, {now: '2025-03-06T12:59:59Z'})).toEqual(
    [],
  )
})

test('a future session with the status held gets a warning', () => {
  expect(findingsOf(sessionStatusRule, {schedule, status: 'held'})).toHaveLength(1)
})

test('a malformed schedule gets no finding, because its format check reports it', () => {
  expect(findingsOf(sessionStatusRule, {schedule: {start: 'soon'}, status: 'planned'})).toEqual([])
})
