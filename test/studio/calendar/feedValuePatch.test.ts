import {expect, it} from 'vitest'

import {feedValuePatch} from '../../../studio/calendar/feedValuePatch.ts'

it.each([
  ['title', 'Moved to the small room', {title: 'Moved to the small room'}],
  ['start', '2026-12-03T12:00:00Z', {'schedule.start': '2026-12-03T12:00:00Z'}],
  ['length', '45 minutes', {'schedule.minutes': 45}],
  ['joinUrl', 'https://meet.example.org/a', {'links.join': 'https://meet.example.org/a'}],
  ['status', 'cancelled', {status: 'cancelled', cancelReason: 'Canceled in the calendar'}],
  ['status', 'confirmed', {status: 'confirmed'}],
])('sets the %s of a touchpoint to the value of a calendar', (field, value, patch) => {
  expect(feedValuePatch(field, value)).toEqual(patch)
})

it.each([
  ['start', '2026-12-03'],
  ['start', '2026-12-03T12:00:00'],
  ['length', '2880 minutes'],
  ['status', 'tentative'],
  ['location', 'Room 1'],
])('returns undefined for a %s of %j, because a touchpoint cannot hold it', (field, value) => {
  expect(feedValuePatch(field, value)).toBeUndefined()
})
