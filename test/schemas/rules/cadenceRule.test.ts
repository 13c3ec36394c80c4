import {expect, test} from 'vitest'

import {cadenceRule} from '../../../schemas/rules/cadenceRule.ts'
import {found, thursdays} from './found.ts'

const cadence = (changes: Record<string, unknown>) => ({
  cadence: {...Object(thursdays['cadence']), ...changes},
})

test('a cadence that ends before it begins is an error: it has no dates', () => {
  expect(found(cadenceRule, cadence({endDate: '2025-01-01'}))).toMatchObject([
    {level: 'error', path: ['cadence', 'endDate']},
  ])
})

test('a first date that is no meeting day is only warned about', () => {
  expect(found(cadenceRule, cadence({startDate: '2025-02-14'}))).toMatchObject([
    {level: 'warning', path: ['cadence', 'startDate']},
  ])
})

test('what a field’s own format refuses is not reported twice', () => {
  expect(found(cadenceRule, cadence({time: '18:00 PM', endDate: '2025-01-01'}))).toEqual([])
})
