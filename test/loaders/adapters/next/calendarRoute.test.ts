import {expect, test} from 'vitest'

import {calendarRoute} from '../../../../loaders/adapters/next/index.ts'
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
