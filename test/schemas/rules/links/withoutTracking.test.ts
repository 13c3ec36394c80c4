import {expect, test} from 'vitest'

import {withoutTracking} from '../../../../schemas/rules/links/withoutTracking.ts'

test.each([
  ['https://youtu.be/Aj84quEIEug?si=x', 'https://youtu.be/Aj84quEIEug'],
  ['https://example.org/a?utm_source=x&page=2&fbclid=y#top', 'https://example.org/a?page=2#top'],
  ['https://docs.google.com/d/1/edit?usp=sharing#gid=0', 'https://docs.google.com/d/1/edit#gid=0'],
])('%s without tracking parameters is %s', (link, clean) => {
  expect(withoutTracking(link).link).toBe(clean)
})

test.each([
  'https://calendar.google.com/calendar/embed?src=c_1%40group.calendar.google.com&ctz=Europe%2FMadrid',
  'https://example.org/?si=1&usp=2&q=a+b',
  'not a link?utm_source=x',
])('%s stays unchanged, because no parameter of it tracks', (link) => {
  expect(withoutTracking(link)).toEqual({link, removed: []})
})
