import {expect, test} from 'vitest'

import {offCadenceRule} from '../../../schemas/rules/offCadenceRule.ts'
import {at, findingsOf, refTo, thursdays} from './findingsOf.ts'

const check = (start: string, series = thursdays) =>
  findingsOf(offCadenceRule, {series: refTo('thursdays'), schedule: at(start)}, {others: [series]})

test('a session on another day than its series gets a warning with the nearest date', () => {
  const [finding] = check('2025-02-18T12:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('every Thursday at 12:00')
  expect(finding?.message).toContain('Thursday 2025-02-20 at 12:00')
})

test('a session at 12:00 UTC in summer gets a warning, because noon in London is 11:00 UTC', () => {
  expect(check('2025-04-24T11:00:00Z')).toEqual([])
  expect(check('2025-04-24T12:00:00Z')).toHaveLength(1)
})

test('a session before the first or after the last date of the cadence gets no warning', () => {
  expect(check('2024-03-28T13:00:00Z')).toEqual([])
  expect(check('2025-07-04T13:00:00Z')).toEqual([])
})

test('a series without a cadence or with an invalid one gets no warning', () => {
  expect(check('2025-02-18T12:00:00Z', {...thursdays, cadence: undefined})).toEqual([])
  expect(check('2025-02-18T12:00:00Z', {...thursdays, cadence: {frequency: 'daily'}})).toEqual([])
})
