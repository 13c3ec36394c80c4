import {expect, test} from 'vitest'

import {cadenceRule} from '../../../schemas/rules/cadenceRule.ts'
import {findingsOf, thursdays} from './findingsOf.ts'

const cadence = (changes: Record<string, unknown>) => ({
  cadence: {...Object(thursdays['cadence']), ...changes},
})

test('a cadence that ends before it begins is an error, because it has no dates', () => {
  expect(findingsOf(cadenceRule, cadence({endDate: '2025-01-01'}))).toMatchObject([
    {level: 'error', path: ['cadence', 'endDate']},
  ])
})

test('a start date that is not on a meeting day is a warning', () => {
  expect(findingsOf(cadenceRule, cadence({startDate: '2025-02-14'}))).toMatchObject([
    {level: 'warning', path: ['cadence', 'startDate']},
  ])
})

test('a malformed field is not reported by the rule, because its format check reports it', () => {
  expect(findingsOf(cadenceRule, cadence({time: '18:00 PM', endDate: '2025-01-01'}))).toEqual([])
})
