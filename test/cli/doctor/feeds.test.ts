import {memoryCache} from '@touchpoints/calendar/fetch'
import {expect, test} from 'vitest'

import {checkFeeds} from '../../../cli/doctor/checkFeeds.ts'
import {community, loaderOf} from '../../loaders/smallCommunity.ts'

const calendar = (_id: string, feedUrl: string) => ({
  _id,
  _type: 'calendar',
  title: _id,
  slug: {_type: 'slug', current: 'sample'},
  ownership: 'ofInterest',
  color: '#0b57d0',
  enabled: true,
  feedUrl,
})

const check = (feedUrl: string) =>
  checkFeeds(
    {
      editorsLoader: loaderOf({documents: [community, calendar('Sample', feedUrl)]}),
      fetchFeed: () => Promise.reject(new Error('no such host')),
    },
    memoryCache(),
  )

test.each([
  'https://calendars.reef.example/a.ics',
  'https://example.org/a.ics',
  'https://a.test/a.ics',
])(
  'the calendar %s of sample content is something to replace, and does not fail the check',
  async (feedUrl) => {
    expect(await check(feedUrl)).toMatchObject([
      {state: 'warn', message: expect.stringContaining('Set the address of your own calendar')},
    ])
  },
)

test('a calendar that exists and can not be read fails the check', async () => {
  expect(await check('https://calendars.reef.org/a.ics')).toMatchObject([{state: 'fail'}])
  expect(await check('https://counterexample.org/a.ics')).toMatchObject([{state: 'fail'}])
})
