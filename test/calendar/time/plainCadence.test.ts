import {expect, test} from 'vitest'

import {cadenceDates, checkCadence} from '../../../calendar/time/index.ts'

test('a cadence that code writes needs no empty lists', () => {
  const slot = {
    frequency: 'weekly',
    interval: 1,
    weekdays: ['TH'],
    time: '12:00',
    timeZone: 'Europe/London',
    startDate: '2025-01-09',
  } as const
  expect(cadenceDates({slots: [slot]}, {count: 1})).toMatchObject([{start: '2025-01-09T12:00:00Z'}])
  expect(checkCadence({slots: [slot], exceptions: null, breaks: null})).toEqual([])
})
