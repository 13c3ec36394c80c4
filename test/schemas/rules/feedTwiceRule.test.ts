import {expect, test} from 'vitest'

import {feedTwiceRule} from '../../../schemas/rules/feedTwiceRule.ts'
import {found} from './found.ts'

const feed = 'https://calendar.google.com/calendar/ical/a%40group.example.org/public/basic.ics'
const other = {_id: 'other', _type: 'calendar', title: 'OpenSSF', feedUrl: feed}
const twice = (feedUrl: string, more = {}) =>
  found(feedTwiceRule, {_type: 'calendar', feedUrl, ...more}, {others: [other]})

test('another calendar’s feed is an error: its events would stand here twice', () => {
  const [finding] = twice(feed)
  expect(finding).toMatchObject({level: 'error', path: ['feedUrl']})
  expect(finding?.message).toContain('the feed of “OpenSSF”')
})

test.each([
  feed.replace('https:', 'webcal:'),
  feed.replace('%40', '@'),
  feed.replace('basic', 'full'),
])('%s is the same feed, spelt otherwise', (spelling) => {
  expect(twice(spelling)).toHaveLength(1)
})

test('with title filters one feed may be shared out, so it is only doubtful', () => {
  const titleFilters = [{action: 'include', text: 'Office hours'}]
  expect(twice(feed, {titleFilters})).toMatchObject([{level: 'warning'}])
})

test('its own feed, and none yet, are right', () => {
  expect(twice('https://example.org/own.ics')).toEqual([])
  expect(twice('')).toEqual([])
})
