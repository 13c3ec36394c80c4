import {expect, test} from 'vitest'

import {readCounts} from '../../../studio/structure/attentionPane.ts'
import {countedTitle} from '../../../studio/structure/countedTitle.ts'

const mondays = {
  _id: 'mondays',
  _type: 'series',
  title: 'Mondays',
  meets: 'scheduled',
  cadence: {
    slots: [
      {
        frequency: 'weekly',
        interval: 1,
        weekdays: ['MO'],
        time: '12:00',
        timeZone: 'UTC',
        startDate: '2025-01-06',
        endDate: '2025-04-14',
      },
    ],
  },
  sessions: [{start: '2025-04-07T12:00:00Z', timeZone: 'UTC', minutes: 60}],
}

test('readCounts adds the number of open dates to the counts of the query', () => {
  const counts = readCounts({'no-guest': 2, 'no-agenda': 0, series: [mondays]}, '2025-04-01T00:00Z')
  expect([...counts]).toEqual([
    ['no-guest', 2],
    ['no-agenda', 0],
    // Only 14 April: 7 April has a session, and then the cadence ends.
    ['open-dates', 1],
  ])
})

test.each([
  ['meets on each date unless it is canceled', {meets: 'standing'}],
  ['is paused', {lifecycle: 'paused'}],
  ['has ended', {lifecycle: 'ended'}],
])(
  'readCounts adds no open date for a series that %s, because it needs no session',
  (_, fields) => {
    const counts = readCounts({series: [{...mondays, ...fields}]}, '2025-04-01T00:00Z')
    expect(counts.get('open-dates')).toBe(0)
  },
)

test('readCounts accepts an empty result, so that the Studio’s first list does not crash', () => {
  expect([...readCounts(null, '2025-04-01T00:00Z')]).toEqual([['open-dates', 0]])
})

test('an empty list has no number, because nothing is left to do', () => {
  expect(countedTitle('Upcoming without guests', 0)).toBe('Upcoming without guests')
  expect(countedTitle('Upcoming without guests', 2)).toBe('Upcoming without guests (2)')
})
