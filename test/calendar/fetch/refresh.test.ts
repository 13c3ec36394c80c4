import {expect, test} from 'vitest'
import {defaultFetchLimits} from '../../../calendar/fetch/fetchLimits.ts'
import {refresh} from '../../../calendar/fetch/refresh.ts'
import {record} from './feedCacheContract.ts'
import {calendarOf} from './feedServer.ts'

test('a feed that makes the parser throw keeps its last good copy, so no page fails', async () => {
  const parse = () => {
    throw new TypeError('x is undefined')
  }
  const after = await refresh('https://example.org/basic.ics', record, {
    fetch: async () => new Response(calendarOf(1)),
    limits: defaultFetchLimits,
    allowHosts: [],
    now: () => new Date('2024-03-20T02:00:00Z'),
    parse,
  })
  expect(after.copy).toEqual(record.copy)
  expect(after.fault).toMatchObject({code: 'not-a-calendar'})
  expect(after.fault?.message).toContain('x is undefined')
})
