import {expect, test} from 'vitest'

import {attentionItems, attentionTotal} from '../../../studio/attention/attentionItems.ts'
import {readOverview} from '../../../studio/attention/overview.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'
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
}
const session = {
  _id: 'first',
  seriesId: 'mondays',
  schedule: {start: '2025-04-07T12:00:00Z', timeZone: 'UTC', minutes: 60},
}
const community = readCommunity({name: 'Makers'})
const now = '2025-04-01T00:00:00Z'

function countsOf(result: unknown) {
  const items = attentionItems(community, readOverview(result), now)
  return new Map(items.map(({id, count}) => [id, count]))
}

test('the items have the counts of the query, and the number of open dates', () => {
  const counts = countsOf({
    counts: {'no-guest': 2, 'no-agenda': 0},
    series: [mondays],
    sessions: [session],
  })
  expect(counts.get('no-guest')).toBe(2)
  expect(counts.get('no-agenda')).toBe(0)
  // Only 14 April: 7 April has a session, and then the cadence ends.
  expect(counts.get('open-dates')).toBe(1)
})

test('the total is the sum of all lists, also of those that the query does not count', () => {
  const result = {counts: {'no-guest': 2, 'still-planned': 20}, series: [mondays], sessions: []}
  const items = attentionItems(readCommunity(null), readOverview(result), now)
  // Two open dates, and the community document that is missing.
  expect(attentionTotal(items)).toBe(2 + 20 + 2 + 1)
})

test.each([
  ['meets on each date unless it is canceled', {meets: 'standing'}],
  ['is paused', {lifecycle: 'paused'}],
  ['has ended', {lifecycle: 'ended'}],
])('no date is open in a series that %s, because it needs no session', (_, fields) => {
  expect(countsOf({series: [{...mondays, ...fields}]}).get('open-dates')).toBe(0)
})

test('an empty result has no item to do, so that the Studio’s first screen does not crash', () => {
  expect(attentionTotal(attentionItems(community, readOverview(null), now))).toBe(0)
})

test('an empty list has no number, because nothing is left to do', () => {
  expect(countedTitle('Upcoming without guests', 0)).toBe('Upcoming without guests')
  expect(countedTitle('Upcoming without guests', 2)).toBe('Upcoming without guests (2)')
})
