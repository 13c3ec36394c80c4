import {expect, test} from 'vitest'

import {offCadenceRule} from '../../../schemas/rules/offCadenceRule.ts'
import {at, found, refTo, thursdays} from './found.ts'

const off = (start: string, series = thursdays) =>
  found(offCadenceRule, {series: refTo('thursdays'), schedule: at(start)}, {others: [series]})

test('a session on another day than its series’ is warned about, with the nearest date', () => {
  const [finding] = off('2025-02-18T12:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('every Thursday at 12:00')
  expect(finding?.message).toContain('Thursday 2025-02-20 at 12:00')
})

test('in summer noon in London is 11:00 UTC, so 12:00 UTC is an hour off', () => {
  expect(off('2025-04-24T11:00:00Z')).toEqual([])
  expect(off('2025-04-24T12:00:00Z')).toHaveLength(1)
})

test('before the first and after the last date the cadence says nothing', () => {
  expect(off('2024-03-28T13:00:00Z')).toEqual([])
  expect(off('2025-07-04T13:00:00Z')).toEqual([])
})

test('a series on demand, and one whose cadence is broken, have no dates to be off', () => {
  expect(off('2025-02-18T12:00:00Z', {...thursdays, cadence: undefined})).toEqual([])
  expect(off('2025-02-18T12:00:00Z', {...thursdays, cadence: {frequency: 'daily'}})).toEqual([])
})
