import {expect, test} from 'vitest'

import {createLake, serve} from '../../lake/index.ts'

test('serving a lake does not replace the global Request and Response of its process', async () => {
  const before = [globalThis.Request, globalThis.Response]
  const lake = createLake({file: ':memory:', projectId: 'test', dataset: 'production'})
  const server = await serve(lake, {port: 0})
  const response = await fetch(`${server.url}/v1/ping`)
  expect(response.status).toBe(200)
  expect([globalThis.Request, globalThis.Response]).toEqual(before)
  await server.close()
  lake.close()
})
