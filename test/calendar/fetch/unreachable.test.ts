import {expect, test} from 'vitest'

import {unreachable} from '../../../calendar/fetch/unreachable.ts'

const noHost = new TypeError('fetch failed', {
  cause: Object.assign(new Error('getaddrinfo ENOTFOUND'), {code: 'ENOTFOUND'}),
})

test('a feed of a host that does not exist is requested again, because the name may come back', () => {
  expect(unreachable('calendars.example.org', noHost)).toEqual({
    code: 'unreachable',
    message:
      'Could not read the feed of calendars.example.org: no such host. The feed is requested again later.',
  })
})

test('the host of a sample never exists, so the message says where its calendars are', () => {
  const {code, message} = unreachable('calendars.touchpoints.example', noHost)
  expect(code).toBe('unreachable')
  expect(message).toContain('sampleFolder of isolatedCalendars')
  expect(message).not.toContain('again later')
})
