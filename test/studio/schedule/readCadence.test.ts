import {expect, it} from 'vitest'

import {readCadence} from '../../../studio/schedule/readCadence.ts'

const thursdays = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-02-13',
}

it('reads a cadence back with its next five dates, whose UTC time moves when the clocks change', () => {
  const reading = readCadence(thursdays, new Date('2025-03-15T00:00:00Z'))
  expect(reading).toMatchObject({
    kind: 'cadence',
    sentence: 'Every Thursday at 12:00 (Europe/London)',
  })
  const texts = reading.kind === 'cadence' ? reading.dates.map(({text}) => text) : []
  expect(texts).toHaveLength(5)
  expect(texts[1]).toBe('Thu 27 Mar 2025, 12:00 (12:00 UTC)')
  expect(texts[2]).toBe('Thu 3 Apr 2025, 12:00 (11:00 UTC)')
})

it('has no dates any more when the cadence has ended, instead of failing', () => {
  const over = {...thursdays, endDate: '2025-07-03'}
  expect(readCadence(over, new Date('2026-01-01T00:00:00Z'))).toMatchObject({dates: []})
})

it.each([
  [undefined, 'Choose the days'],
  [{...thursdays, time: undefined}, 'Choose the days'],
  [{...thursdays, endDate: '2024-01-01'}, 'before the start date'],
])('says what is missing instead of dates: %j', (value, words) => {
  expect(readCadence(value, new Date(0))).toMatchObject({
    kind: 'incomplete',
    message: expect.stringContaining(words),
  })
})
