import {describe, expect, test} from 'vitest'

import {cadenceRule} from '../../../schemas/rules/cadenceRule.ts'
import {endedCadenceRule} from '../../../schemas/rules/endedCadenceRule.ts'
import {community, findingsOf, slot} from './findingsOf.ts'

const check = (changes: object, rest: object = {}) =>
  findingsOf(cadenceRule, {cadence: {slots: [{...slot, ...changes}], ...rest}})

test('a cadence that ends before it begins is an error at the slot, because it has no dates', () => {
  expect(check({endDate: '2025-01-01'})).toMatchObject([
    {level: 'error', path: ['cadence', 'slots', {_key: 'a'}, 'endDate']},
  ])
})

test('a slot that contradicts itself is an error', () => {
  expect(check({ordinals: [2]})).toMatchObject([
    {level: 'error', path: ['cadence', 'slots', {_key: 'a'}, 'ordinals']},
  ])
  expect(check({frequency: 'monthly', monthlyOn: 'weekday'})).toMatchObject([
    {level: 'error', path: ['cadence', 'slots', {_key: 'a'}, 'ordinals']},
  ])
})

test('a cadence without a slot is an error, because it makes no date', () => {
  expect(findingsOf(cadenceRule, {cadence: {slots: []}})).toMatchObject([
    {level: 'error', path: ['cadence', 'slots']},
  ])
})

test('a start date that is not on a meeting day is a warning', () => {
  expect(check({startDate: '2025-02-14', interval: 2})).toMatchObject([
    {level: 'warning', path: ['cadence', 'slots', {_key: 'a'}, 'startDate']},
  ])
})

test('a malformed field is not reported by the rule, because its format check reports it', () => {
  expect(check({time: '18:00 PM', endDate: '2025-01-01'})).toEqual([])
})

describe('an exception', () => {
  const skipped = {_key: 's', kind: 'skipped', date: '2025-02-20'}

  test('on a date of the cadence gets no finding', () => {
    expect(check({}, {exceptions: [skipped]})).toEqual([])
  })

  test('on another date is reported at its key', () => {
    const [finding] = check({}, {exceptions: [{...skipped, date: '2025-02-21'}]})
    expect(finding?.path).toEqual(['cadence', 'exceptions', {_key: 's'}, 'date'])
  })

  test('that moves a date to nowhere is an error, because the cadence is read without it', () => {
    const moved = {_key: 'm', kind: 'moved', date: '2025-02-20'}
    expect(check({}, {exceptions: [moved, {...skipped, date: '2025-02-21'}]})).toMatchObject([
      {level: 'error', path: ['cadence', 'exceptions', {_key: 'm'}, 'toDate']},
      {level: 'warning', path: ['cadence', 'exceptions', {_key: 's'}, 'date']},
    ])
    expect(check({}, {exceptions: [{...moved, toDate: '2025-02-21'}]})).toEqual([])
  })
})

test('a move without its new date does not hide the faults of the other exceptions', () => {
  const {_key: _, ...elsewhere} = {_key: '', kind: 'skipped', date: '2025-02-21'}
  const exceptions = [{_key: 'm', kind: 'moved', date: '2025-02-20'}, null, elsewhere]
  expect(check({}, {exceptions}).map(({path}) => path)).toEqual([
    ['cadence', 'exceptions', 1],
    ['cadence', 'exceptions', {_key: 'm'}, 'toDate'],
    ['cadence', 'exceptions', 2, 'date'],
  ])
})

test('an empty slot is an error, because the cadence has no date and no other check reports it', () => {
  expect(findingsOf(cadenceRule, {cadence: {slots: [null]}})).toMatchObject([
    {level: 'error', path: ['cadence', 'slots', 0], message: 'This item is empty. Remove it.'},
  ])
  const breaks = [null, {_key: 'b', from: '2025-03-02', to: '2025-03-01'}]
  expect(check({}, {breaks}).map(({path}) => path)).toEqual([
    ['cadence', 'breaks', 0],
    ['cadence', 'breaks', {_key: 'b'}, 'to'],
  ])
})

test('a path has the index of an item without a key', () => {
  const {_key: _, ...plain} = slot
  const cadence = {slots: [plain, {...plain, endDate: '2025-01-01'}]}
  expect(findingsOf(cadenceRule, {cadence})).toMatchObject([
    {path: ['cadence', 'slots', 1, 'endDate']},
  ])
})

test('each message is one sentence or more, and ends with one full stop', () => {
  const messages = [
    check({endDate: '2025-01-01'}),
    check({startDate: '2025-02-14', interval: 2}),
  ].flat()
  expect(messages.map(({message}) => /[^.]\.$/.test(message))).toEqual([true, true])
})

test('breaks that leave out each date of an active series are an error, also those of the community', () => {
  const century = {_key: 'b', from: '2000-01-01', to: '2099-12-31'}
  const endless = {slots: [{...slot, endDate: undefined}]}
  const ofSeries = (cadence: object, breaks: object[] = [], lifecycle = 'active') =>
    findingsOf(endedCadenceRule, {cadence, lifecycle}, {others: [{...community, breaks}]})
  expect(ofSeries({...endless, breaks: [century]})).toMatchObject([
    {level: 'error', path: ['cadence', 'breaks']},
  ])
  expect(ofSeries(endless, [century])).toMatchObject([{level: 'error', path: ['cadence']}])
  expect(ofSeries({...endless, breaks: [century]}, [], 'ended')).toEqual([])
  expect(ofSeries(endless, [{...century, to: '2025-12-31'}])).toEqual([])
})
