import {describe, expect, it} from 'vitest'

import {cadenceOf} from '../../../schemas/reading/index.ts'
import {checkCadence} from '../../../calendar/time/index.ts'
import {
  changeRhythm,
  newSlot,
  presetsOrdinals,
  type Rhythm,
  rhythmOf,
  rhythms,
  toggleOrdinal,
  toggleWeekday,
} from '../../../studio/cadence/slot.ts'
import type {Fields} from '../../../schemas/reading/index.ts'

// A Tuesday in London, and a Wednesday in Auckland.
const now = '2026-01-06T18:00:00Z'
const today = '2026-01-06'

function apply(slot: Fields, change: Fields): Fields {
  return Object.fromEntries(
    Object.entries({...slot, ...change}).filter(([, value]) => value !== undefined),
  )
}

it('a new slot starts today in its own zone', () => {
  expect(newSlot({timeZone: 'Pacific/Auckland', now})).toMatchObject({startDate: '2026-01-07'})
})

describe('a weekday', () => {
  it('moves the start of a new slot to its first such day, so that the start is a meeting day', () => {
    const slot = newSlot({timeZone: 'Europe/London', now})
    expect(toggleWeekday(slot, 'MO', today)).toEqual({weekdays: ['MO'], startDate: '2026-01-12'})
    expect(toggleWeekday(slot, 'TU', today)).toEqual({weekdays: ['TU'], startDate: '2026-01-06'})
  })

  it('leaves a start in the past, because intervals are counted from it', () => {
    const slot = {...newSlot({timeZone: 'Europe/London', now}), startDate: '2025-01-09'}
    expect(toggleWeekday(slot, 'MO', today)).toEqual({weekdays: ['MO']})
  })

  it('is removed by a second press, and the days stay in the order of the week', () => {
    const slot = {frequency: 'weekly', weekdays: ['FR', 'MO'], startDate: '2025-01-09'}
    expect(toggleWeekday(slot, 'WE', today)['weekdays']).toEqual(['MO', 'WE', 'FR'])
    expect(toggleWeekday(slot, 'MO', today)['weekdays']).toEqual(['FR'])
  })
})

it('weeks of the month stay in the order of the month, with the last one at the end', () => {
  expect(toggleOrdinal({ordinals: [-1, 3]}, 1)['ordinals']).toEqual([1, 3, -1])
  expect(toggleOrdinal({ordinals: [1, 3]}, 3)['ordinals']).toEqual([1])
})

it('the first week that is pressed replaces the one that the form chose, because nobody meant both', () => {
  const weekly = newSlot({timeZone: 'Europe/London', now})
  const change = changeRhythm(weekly, 'weekday')
  expect(presetsOrdinals(weekly, change)).toBe(true)
  const monthly = apply(weekly, change)
  expect(toggleOrdinal(monthly, 2, {isPreset: true})).toEqual({ordinals: [2]})
  expect(toggleOrdinal(monthly, 1, {isPreset: true})).toEqual({ordinals: []})
  expect(presetsOrdinals(monthly, changeRhythm(monthly, 'businessDay'))).toBe(false)
})

describe('another rhythm', () => {
  const slots: Record<Rhythm, Fields> = {
    weekly: {weeks: 'odd', weekdays: ['TU'], frequency: 'weekly'},
    weekday: {
      frequency: 'monthly',
      monthlyOn: 'weekday',
      ordinals: [2, 4],
      weekdays: ['TU'],
      dayOffset: 1,
    },
    date: {frequency: 'monthly', monthlyOn: 'date', weekdays: []},
    businessDay: {frequency: 'monthly', monthlyOn: 'businessDay', ordinals: [1], weekdays: []},
  }
  const common = {interval: 1, time: '16:00', timeZone: 'Europe/London', startDate: today}
  const pairs = rhythms.flatMap((from) => rhythms.map((to) => [from, to] as const))

  it.each(pairs)('from %s to %s leaves nothing that contradicts it', (from, to) => {
    const before = {...common, ...slots[from]}
    const after = apply(before, changeRhythm(before, to))
    expect(rhythmOf(after)).toBe(to)
    const cadence = cadenceOf({slots: [after]})
    const faults = cadence && checkCadence(cadence).filter(({level}) => level === 'error')
    expect(faults).toEqual([])
  })
})
