import {expect, test} from 'vitest'

import {overlapRule} from '../../../schemas/rules/overlapRule.ts'
import {at, findingsOf, refTo} from './findingsOf.ts'

const other = (start: string, more = {}) => ({
  _id: 'other',
  _type: 'touchpoint',
  title: 'The other one',
  schedule: at(start, 'UTC'),
  ...more,
})
const schedule = at('2025-03-06T12:00:00Z')
const check = (...others: ReturnType<typeof other>[]) =>
  findingsOf(overlapRule, {schedule, status: 'planned'}, {others})

test('sessions that overlap by a minute get a warning with title and time', () => {
  const [finding] = check(other('2025-03-06T12:59:00Z'))
  expect(finding).toMatchObject({level: 'warning', path: ['schedule']})
  expect(finding?.message).toContain('“The other one” takes place at the same time, from 12:59')
})

test('a session that began before and is still running overlaps', () => {
  expect(check(other('2025-03-06T11:01:00Z'))).toHaveLength(1)
})

test('a session that begins when the other ends does not overlap', () => {
  expect(check(other('2025-03-06T13:00:00Z'), other('2025-03-06T11:00:00Z'))).toEqual([])
})

test('a canceled session does not overlap', () => {
  expect(check(other('2025-03-06T12:00:00Z', {status: 'cancelled'}))).toEqual([])
})

test('a draft does not overlap with its published form', () => {
  expect(check(other('2025-03-06T12:00:00Z', {_id: 'drafts.it'}))).toEqual([])
})

test('sessions of different groups overlap only for a person who is in both', () => {
  const series = (id: string, group?: string) => ({
    _id: id,
    _type: 'series',
    ...(group && {group: refTo(group)}),
  })
  const all = [series('own'), series('a1', 'a'), series('a2', 'a'), series('b', 'b')]
  const overlaps = (mine: string, its: string, guests: object[] = []) => {
    const second = other('2025-03-06T12:00:00Z', {series: refTo(its), guests})
    const own = {schedule, series: refTo(mine), guests: [{guest: refTo('ana')}]}
    return findingsOf(overlapRule, own, {others: [...all, second]}).length === 1
  }
  expect(overlaps('own', 'own')).toBe(true)
  expect(overlaps('a1', 'a2')).toBe(true)
  expect(overlaps('a1', 'b')).toBe(false)
  expect(overlaps('own', 'b')).toBe(false)
  expect(overlaps('a1', 'b', [{guest: refTo('ana')}])).toBe(true)
  expect(overlaps('a1', 'b', [{guest: refTo('matt')}])).toBe(false)
})
