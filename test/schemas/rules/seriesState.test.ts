import {describe, expect, test} from 'vitest'

import {cadenceTextRule} from '../../../schemas/rules/cadenceTextRule.ts'
import {endedCadenceRule} from '../../../schemas/rules/endedCadenceRule.ts'
import {findingsOf, slot} from './findingsOf.ts'

describe('a cadence in words', () => {
  const check = (fields: object) => findingsOf(cadenceTextRule, {_type: 'series', ...fields})
  const cadenceText = 'When there is something to discuss'

  test('next to one with dates is an info, because pages show only the latter', () => {
    expect(check({cadence: {slots: [slot]}, cadenceText})).toMatchObject([
      {level: 'info', path: ['cadenceText']},
    ])
  })

  test('alone gets no finding', () => {
    expect(check({cadenceText})).toEqual([])
    expect(check({cadence: {slots: []}, cadenceText})).toEqual([])
    expect(check({cadence: {slots: [slot]}})).toEqual([])
  })
})

describe('a series with a cadence that has ended', () => {
  const check = (fields: object, now = '2025-07-04T00:00:00Z') =>
    findingsOf(
      endedCadenceRule,
      {_type: 'series', lifecycle: 'active', cadence: {slots: [slot]}, ...fields},
      {now},
    )

  test('is an info while it is active, because no date follows', () => {
    expect(check({})).toMatchObject([{level: 'info', path: ['lifecycle']}])
    expect(check({})[0]?.message).toContain('ended on 2025-07-03')
  })

  test('gets no finding on its last day, which is measured where it meets', () => {
    expect(check({}, '2025-07-03T22:30:00Z')).toEqual([])
    expect(check({}, '2025-07-03T23:30:00Z')).toHaveLength(1)
  })

  test('gets no finding if it is paused or ended, and none if another slot goes on', () => {
    expect(check({lifecycle: 'ended'})).toEqual([])
    expect(check({lifecycle: 'paused'})).toEqual([])
    expect(check({cadence: {slots: [slot, {...slot, endDate: null}]}})).toEqual([])
  })

  test('gets no finding while a moved date is still to come', () => {
    const moved = {kind: 'moved', date: '2025-07-03', toDate: '2025-07-10'}
    expect(check({cadence: {slots: [slot], exceptions: [moved]}})).toEqual([])
  })

  test('gets no finding without an end', () => {
    expect(check({cadence: {slots: [{...slot, endDate: undefined}]}})).toEqual([])
    expect(check({cadence: undefined})).toEqual([])
  })
})

test('an ended series with a cadence that goes on gets no finding, because its state decides', () => {
  const series = {_type: 'series', lifecycle: 'ended', cadence: {slots: [{...slot, endDate: null}]}}
  expect(findingsOf(endedCadenceRule, series)).toEqual([])
})
