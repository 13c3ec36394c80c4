import {expect, test} from 'vitest'

import {duplicateFeedRule} from '../../../schemas/rules/duplicateFeedRule.ts'
import {findingsOf} from './findingsOf.ts'

const feed = 'https://calendar.google.com/calendar/ical/a%40group.example.org/public/basic.ics'
const other = {_id: 'other', _type: 'calendar', title: 'OpenSSF', feedUrl: feed}
const check = (feedUrl: string, more = {}) =>
  findingsOf(duplicateFeedRule, {_type: 'calendar', feedUrl, ...more}, {others: [other]})

test('the feed of another calendar is an error, because its events would be shown twice', () => {
  const [finding] = check(feed)
  expect(finding).toMatchObject({level: 'error', path: ['feedUrl']})
  expect(finding?.message).toContain('the feed of “OpenSSF”')
})

test.each([
  feed.replace('https:', 'webcal:'),
  feed.replace('%40', '@'),
  feed.replace('basic', 'full'),
])('%s is recognized as another spelling of the same feed', (spelling) => {
  expect(check(spelling)).toHaveLength(1)
})

test('the same feed with title filters is a warning, because the calendars may divide it', () => {
  const titleFilters = [{action: 'include', text: 'Office hours'}]
  expect(check(feed, {titleFilters})).toMatchObject([{level: 'warning'}])
})

test('a calendar with its own feed or without a feed gets no finding', () => {
  expect(check('https://example.org/own.ics')).toEqual([])
  expect(check('')).toEqual([])
})
