import {describe, expect, test} from 'vitest'

import {offCadenceRule} from '../../../schemas/rules/offCadenceRule.ts'
import {at, community, findingsOf, refTo, slot, thursdays} from './findingsOf.ts'

const check = (start: string, series = thursdays, more: object = {}) =>
  findingsOf(
    offCadenceRule,
    {series: refTo('thursdays'), schedule: at(start), ...more},
    {others: [series, community]},
  )
const withCadence = (cadence: object) => ({...thursdays, cadence: {slots: [slot], ...cadence}})

test('a session on another day than its series gets a warning with the nearest dates', () => {
  const [finding] = check('2025-02-18T12:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('no date on Tuesday 2025-02-18 at 12:00')
  expect(finding?.message).toContain(
    'nearest dates are Thursday 2025-02-13 at 12:00 and Thursday 2025-02-20 at 12:00',
  )
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
  expect(check('2025-02-18T12:00:00Z', withCadence({slots: [{frequency: 'daily'}]}))).toEqual([])
})

test('a session on a date of any slot gets no warning', () => {
  const tuesdays = {...slot, weekdays: ['TU'], startDate: '2025-02-18', time: '16:00'}
  const both = withCadence({slots: [slot, tuesdays]})
  expect(check('2025-02-18T16:00:00Z', both)).toEqual([])
  expect(check('2025-02-20T12:00:00Z', both)).toEqual([])
  expect(check('2025-02-19T12:00:00Z', both)).toHaveLength(1)
})

test('a session between two slots gets no warning, because neither has begun or both have ended', () => {
  const later = {...slot, startDate: '2025-09-04', endDate: null}
  expect(check('2025-08-12T11:00:00Z', withCadence({slots: [slot, later]}))).toEqual([])
})

describe('an exception', () => {
  test('that skips the date of a session is reported with its reason', () => {
    const exceptions = [{kind: 'skipped', date: '2025-02-20', reason: 'Holiday'}]
    const [finding] = check('2025-02-20T12:00:00Z', withCadence({exceptions}))
    expect(finding?.message).toContain('skips this date (Holiday)')
  })

  test('that moves a date is reported at the old date, and not at the new one', () => {
    const exceptions = [{kind: 'moved', date: '2025-02-20', toDate: '2025-02-21'}]
    const series = withCadence({exceptions})
    const [finding] = check('2025-02-20T12:00:00Z', series)
    expect(finding?.message).toContain('moved this date to Friday 2025-02-21 at 12:00')
    expect(check('2025-02-21T12:00:00Z', series)).toEqual([])
  })
})

describe('a break', () => {
  const span = {_key: 'b', from: '2025-04-14', to: '2025-04-25', reason: 'Easter'}

  test('of the series is reported with its days', () => {
    const [finding] = check('2025-04-24T11:00:00Z', withCadence({breaks: [span]}))
    expect(finding?.message).toContain('break from 2025-04-14 to 2025-04-25 (Easter)')
    expect(check('2025-05-01T11:00:00Z', withCadence({breaks: [span]}))).toEqual([])
  })

  test('of the community applies to every series, with a cadence or without', () => {
    const others = (series: object) => [
      {...thursdays, ...series},
      {...community, breaks: [span]},
    ]
    const session = {series: refTo('thursdays'), schedule: at('2025-04-24T11:00:00Z')}
    for (const series of [{}, {cadence: undefined}]) {
      expect(findingsOf(offCadenceRule, session, {others: others(series)})).toHaveLength(1)
    }
  })

  test('is not reported for a canceled session', () => {
    const canceled = {status: 'cancelled'}
    expect(check('2025-04-24T11:00:00Z', withCadence({breaks: [span]}), canceled)).toEqual([])
  })
})
