import {expect, it} from 'vitest'

import {findTimeZone, timeZones} from '../../../studio/cadence/findTimeZone.ts'

it.each([
  ['London', 'Europe/London'],
  ['london ', 'Europe/London'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Singap', 'Asia/Singapore'],
  ['utc', 'UTC'],
])('finds %s as %s, because people know a city and not an id', (text, zone) => {
  expect(findTimeZone(text)).toBe(zone)
})

it.each(['', 'CET', 'Atlantis', 'San', 'Europe'])(
  'finds no zone for "%s", because none or several match',
  (text) => {
    expect(findTimeZone(text)).toBeUndefined()
  },
)

it('lists UTC once and first, because many communities meet in it', () => {
  expect(timeZones()[0]).toBe('UTC')
  expect(timeZones().filter((zone) => zone === 'UTC')).toHaveLength(1)
})
