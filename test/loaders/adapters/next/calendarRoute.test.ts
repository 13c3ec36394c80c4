import {expect, test} from 'vitest'

import {calendarRoute} from '../../../../loaders/adapters/next/index.ts'
import {createLoader} from '../../../../loaders/index.ts'
import {memoryClient} from '../../../support/memoryClient.ts'
import {readContent} from '../../../support/readContent.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

test('the route does not compress, because Next would send compressed bytes as plain text', async () => {
  const loader = sampleLoader({settings: {now: '2024-03-20T00:00:00Z'}})
  const site = {siteUrl: 'https://community.example', basePath: '/api'}
  const route = calendarRoute({loader, ...site})
  const headers = {'accept-encoding': 'gzip'}
  const response = await route(new Request('https://community.example/api/events.json', {headers}))
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.json()).toMatchObject({version: 1})
})

test('a loader without calendars has a calendar of records, and its feeds are marked as missing', async () => {
  const content = readContent().map((each) => ({_updatedAt: '2024-01-01T00:00:00Z', ...each}))
  const loader = createLoader({client: memoryClient(content), now: '2024-03-20T00:00:00Z'})
  const route = calendarRoute({loader, siteUrl: 'https://community.example'})
  const response = await route(new Request('https://community.example/events.json'))
  expect(response.status).toBe(200)
  const {events, calendars} = Object(await response.json())
  expect(events.map(({start}: {start: string}) => start)).toContain('2024-03-28T13:00:00Z')
  expect(calendars).toMatchObject(calendars.map(() => ({state: 'unavailable'})))
  const health = await route(new Request('https://community.example/health'))
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({status: 'degraded', snapshot: {state: 'ok'}})
})
