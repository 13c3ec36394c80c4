import {expect, test} from 'vitest'

import {readCounts} from '../../../studio/structure/attentionPane.ts'
import {countedTitle} from '../../../studio/structure/countedTitle.ts'

const mondays = {
  _id: 'mondays',
  _type: 'series',
  title: 'Mondays',
  cadence: {
    frequency: 'weekly',
    interval: 1,
    weekdays: ['MO'],
    time: '12:00',
    timeZone: 'UTC',
    startDate: '2025-01-06',
    endDate: '2025-04-14',
  },
  sessions: [{start: '2025-04-07T12:00:00Z', timeZone: 'UTC', minutes: 60}],
}

test('the open dates are counted beside what the query counts', () => {
  const counts = readCounts({'no-guest': 2, 'no-agenda': 0, series: [mondays]}, '2025-04-01T00:00Z')
  expect([...counts]).toEqual([
    ['no-guest', 2],
    ['no-agenda', 0],
    // 14 April alone: 7 April has its session, and the cadence ends.
    ['open-dates', 1],
  ])
})

test('an answer that is none counts nothing, instead of taking the Studio’s first page down', () => {
  expect([...readCounts(null, '2025-04-01T00:00Z')]).toEqual([['open-dates', 0]])
})

test('an empty list has no number: it is done', () => {
  expect(countedTitle('Upcoming without a guest', 0)).toBe('Upcoming without a guest')
  expect(countedTitle('Upcoming without a guest', 2)).toBe('Upcoming without a guest (2)')
})
