import {expect, test} from 'vitest'

import {entryTimes} from '../../../studio/overview/entryTimes.ts'

const entry = {start: '2026-11-26T15:00:00Z', end: '2026-11-26T16:00:00Z'}

interface Times {
  time: string
  own?: string
}

test.each<[string, Times, string]>([
  ['Europe/Madrid', {time: '16:00–17:00'}, 'one time is enough in the zone of the community'],
  ['Europe/Berlin', {time: '16:00–17:00'}, 'another zone with the same clock is no other time'],
  ['Europe/London', {time: '16:00–17:00', own: '15:00–16:00'}, 'the day is the same'],
  [
    'Asia/Tokyo',
    {time: '16:00–17:00', own: 'Fri 27 Nov, 00:00–01:00'},
    'the day is another one, and an editor would come a day late',
  ],
])('an editor in %s reads %j: %s', (ownZone, expected, _reason) => {
  expect(entryTimes(entry, 'Europe/Madrid', ownZone)).toEqual(expected)
})
