import {expect, test} from 'vitest'

import {overlapRule} from '../../../schemas/rules/overlapRule.ts'
import {at, found} from './found.ts'

const other = (start: string, more = {}) => ({
  _id: 'other',
  _type: 'touchpoint',
  title: 'The other one',
  schedule: at(start, 'UTC'),
  ...more,
})
const schedule = at('2025-03-06T12:00:00Z')
const overlapping = (...others: ReturnType<typeof other>[]) =>
  found(overlapRule, {schedule, status: 'planned'}, {others})

test('sessions that share a minute are warned about, by name and time', () => {
  const [finding] = overlapping(other('2025-03-06T12:59:00Z'))
  expect(finding).toMatchObject({level: 'warning', path: ['schedule']})
  expect(finding?.message).toContain('“The other one” takes place at the same time, from 12:59')
})

test('one that began before and still goes on overlaps too', () => {
  expect(overlapping(other('2025-03-06T11:01:00Z'))).toHaveLength(1)
})

test('one that begins as this one ends does not overlap', () => {
  expect(overlapping(other('2025-03-06T13:00:00Z'), other('2025-03-06T11:00:00Z'))).toEqual([])
})

test('a cancelled session takes nobody’s time', () => {
  expect(overlapping(other('2025-03-06T12:00:00Z', {status: 'cancelled'}))).toEqual([])
})

test('a draft does not overlap with its own published form', () => {
  expect(overlapping(other('2025-03-06T12:00:00Z', {_id: 'drafts.it'}))).toEqual([])
})
