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

it('returns the sentence and the next five dates, with a UTC time that changes with the clocks', () => {
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

it('returns no dates if the cadence has ended', () => {
  const over = {...thursdays, endDate: '2025-07-03'}
  expect(readCadence(over, new Date('2026-01-01T00:00:00Z'))).toMatchObject({dates: []})
})

it.each([
  [undefined, 'Select the weekdays'],
  [{...thursdays, time: undefined}, 'Select the weekdays'],
  [{...thursdays, endDate: '2024-01-01'}, 'before the start date'],
])('returns a message that says what is missing: %j', (value, message) => {
  expect(readCadence(value, new Date(0))).toMatchObject({
    kind: 'incomplete',
    message: expect.stringContaining(message),
  })
})
