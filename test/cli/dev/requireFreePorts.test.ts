import {once} from 'node:events'
import {createServer} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'

import {requireFreePorts} from '../../../cli/dev/requireFreePorts.ts'

async function listen(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Two ports in a row that this test listens on. */
async function twoInARow(): Promise<number> {
  for (;;) {
    const first = await listen(0)
    const second = await listen(first + 1).catch(() => 0)
    if (second > 0) return first
  }
}

test('a proposal names free ports only: not one in use, not one of another service, not one twice', async () => {
  const first = await twoInARow()
  const ports = {site: first, studio: first + 1, lake: first + 2}
  const error: unknown = await requireFreePorts({ports}, ['site', 'studio']).catch(
    (reason: unknown) => reason,
  )
  const message = String(error)
  expect(message).toContain(`Port ${first}, the port of the site, is already in use`)
  const proposed = [...message.matchAll(/PORT=(\d+)/g)].map(([, port]) => Number(port))
  expect(proposed).toHaveLength(2)
  expect(new Set([...proposed, ...Object.values(ports)]).size).toBe(5)
  for (const port of proposed) await expect(listen(port)).resolves.toBe(port)
})

test('the port of a service that does not start may be in use', async () => {
  const site = await listen(0)
  const ports = {site, studio: 3333, lake: 3900}
  await expect(requireFreePorts({ports}, [])).resolves.toBeUndefined()
  await expect(requireFreePorts({ports}, ['site'])).rejects.toThrow(
    /TOUCHPOINTS_SITE_PORT=\d+, which is free, and/,
  )
})
