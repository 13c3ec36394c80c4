import {expect, it} from 'vitest'

import {givenDate, withChange, withoutChange} from '../../../studio/cadence/exceptions.ts'

const given = givenDate('2026-12-24T20:00:00Z', 'Pacific/Auckland')
const only = {key: 'k', shared: false}

it('names the local date of the slot, because the UTC date is another day', () => {
  expect(given).toEqual({date: '2026-12-25', time: '09:00', timeZone: 'Pacific/Auckland'})
})

it('skips a date with its reason, and without an empty one', () => {
  expect(withChange(undefined, given, {kind: 'skipped', reason: ' Holidays '}, only)).toEqual([
    {_key: 'k', _type: 'cadenceException', kind: 'skipped', date: '2026-12-25', reason: 'Holidays'},
  ])
  expect(withChange([], given, {kind: 'skipped', reason: ''}, only)[0]).not.toHaveProperty('reason')
})

it('moves a date, and names the time only if it is another one', () => {
  const move = {kind: 'moved', toDate: '2026-12-28', toTime: '09:00', reason: ''} as const
  expect(withChange([], given, move, only)[0]).toMatchObject({toDate: '2026-12-28'})
  expect(withChange([], given, move, only)[0]).not.toHaveProperty('toTime')
  expect(withChange([], given, {...move, toTime: '10:00'}, only)[0]).toMatchObject({
    toTime: '10:00',
  })
})

it('names the time of the slot if two slots have the date, and leaves the other one', () => {
  const other = {_key: 'o', kind: 'skipped', date: '2026-12-25', time: '17:00'}
  const stored = withChange([other], given, {kind: 'skipped', reason: ''}, {key: 'k', shared: true})
  expect(stored).toHaveLength(2)
  expect(stored).toContainEqual(expect.objectContaining({time: '09:00'}))
})

it('replaces an earlier change of the date, in the order of dates', () => {
  const earlier = [
    {_key: 'later', kind: 'skipped', date: '2027-01-01'},
    {_key: 'old', kind: 'moved', date: '2026-12-25', toDate: '2026-12-26'},
  ]
  const stored = withChange(earlier, given, {kind: 'skipped', reason: ''}, only)
  expect(stored.map(({_key}) => _key)).toEqual(['k', 'later'])
})

it('restores a date by removing what changed it', () => {
  const stored = [{_key: 'a', kind: 'skipped', date: '2026-12-25'}]
  expect(withoutChange(stored, given)).toEqual([])
})
