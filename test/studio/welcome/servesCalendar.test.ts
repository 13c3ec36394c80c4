import {expect, test} from 'vitest'

import {servesCalendar} from '../../../studio/welcome/servesCalendar.ts'

const {signal} = new AbortController()

function answer(status: number, type: string) {
  const fetch = () => Promise.resolve(new Response('', {status, headers: {'content-type': type}}))
  return servesCalendar('https://example.org/api/calendar.ics', {fetch, signal})
}

test.each([
  [200, 'text/calendar; charset=utf-8', true],
  [200, 'text/html', false],
  [404, 'text/html', false],
  [503, 'text/plain', true],
])(
  'a site that answers %i with %s: %s, because a server error says nothing about its pages',
  async (...row) => {
    const [status, type, expected] = row
    expect(await answer(status, type)).toBe(expected)
  },
)

test('a site that the browser may not read is not one of ours', async () => {
  const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  expect(await servesCalendar('https://example.org/', {fetch, signal})).toBe(false)
})
