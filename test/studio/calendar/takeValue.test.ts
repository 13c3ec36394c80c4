import {expect, it} from 'vitest'

import {takeValue} from '../../../studio/calendar/takeValue.ts'

it.each([
  ['title', 'Moved to the small room', {title: 'Moved to the small room'}],
  ['start', '2026-12-03T12:00:00Z', {'schedule.start': '2026-12-03T12:00:00Z'}],
  ['length', '45 minutes', {'schedule.minutes': 45}],
  ['joinUrl', 'https://meet.example.org/a', {'links.join': 'https://meet.example.org/a'}],
  ['status', 'cancelled', {status: 'cancelled', cancelReason: 'Cancelled in the calendar'}],
  ['status', 'confirmed', {status: 'confirmed'}],
])('gives a touchpoint the %s that a calendar has', (field, value, patch) => {
  expect(takeValue(field, value)).toEqual(patch)
})

it.each([
  ['start', '2026-12-03'],
  ['start', '2026-12-03T12:00:00'],
  ['length', '2880 minutes'],
  ['status', 'tentative'],
  ['location', 'Room 1'],
])('offers nothing for a %s of %j, which a touchpoint cannot hold', (field, value) => {
  expect(takeValue(field, value)).toBeUndefined()
})
