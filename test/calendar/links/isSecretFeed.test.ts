import {expect, test} from 'vitest'

import {isSecretFeed} from '../../../calendar/links/index.ts'

const google = 'https://calendar.google.com/calendar/ical/a%40example.org'

test.each([
  [`${google}/private-0a1b2c3d/basic.ics`, true],
  ['webcal://calendar.google.com/calendar/ical/a/private-0a1b/basic.ics', true],
  [
    'https://calendar.proton.me/api/calendar/v1/url/x/calendar.ics?CacheKey=a&PassphraseKey=b',
    true,
  ],
  ['https://example.org/feed.ics?access_token=abc', true],
  [`${google}/public/basic.ics`, false],
  ['https://p1-caldav.icloud.com/published/2/MTIzNDU2', false],
  ['https://example.org/private-events/basic.ics?authuser=0', false],
  ['https://example.org/events.ics?author=ana&category=a', false],
  ['not a link', false],
])('whether %s contains a key: %s', (address, expected) => {
  expect(isSecretFeed(address)).toBe(expected)
})
