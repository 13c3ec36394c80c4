import {describe, expect, test, vi} from 'vitest'
import type {FeedFetch} from '../../../calendar/fetch/feedFetch.ts'
import {guardedFetch} from '../../../calendar/fetch/guardedFetch.ts'
import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {fetchCalendar} from '../../../calendar/fetch/fetchCalendar.ts'
import {calendarOf, feedServer, sends} from './feedServer.ts'
import {faultOf, visitor} from './visitor.ts'

describe('addresses', () => {
  const cases: [string, string][] = [
    ['http://example.org/basic.ics', 'blocked-address'],
    ['ftp://example.org/basic.ics', 'invalid-url'],
    ['file:///etc/passwd', 'invalid-url'],
    ['https://user:secret@example.org/basic.ics', 'invalid-url'],
    ['calendar', 'invalid-url'],
  ]
  test.each(cases)('%s is rejected before a request is sent', async (url, code) => {
    const fetch = vi.fn<FeedFetch>(async () => new Response(''))
    const fetched = await fetchCalendar({id: 'a', url}, {cache: memoryCache(), fetch})
    expect(faultOf(fetched)?.code).toBe(code)
    expect(fetch).not.toHaveBeenCalled()
  })

  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://[::7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://2130706433/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
  ])('%s is private: not connected to', async (url) => {
    const fetched = await fetchCalendar({id: url, url}, {cache: memoryCache()})
    expect(faultOf(fetched)?.code).toBe('blocked-address')
  })

  test('a redirect to a private address is not followed', async () => {
    await using secret = await feedServer(sends(calendarOf(1)))
    await using server = await feedServer((_request, response) => {
      response.writeHead(302, {location: secret.url}).end()
    })
    expect(faultOf(await visitor(server).visit())?.code).toBe('blocked-address')
    const https = secret.url.replace('http:', 'https:')
    server.respond = (_request, response) => response.writeHead(302, {location: https}).end()
    expect(faultOf(await visitor(server).visit())?.code).toBe('blocked-address')
    expect(secret.requests).toHaveLength(0)
  })

  test('the address of each connection is checked, so DNS rebinding has no effect', async () => {
    await using secret = await feedServer(sends(calendarOf(1)))
    const port = secret.host.split(':')[1]
    const resolved: string[] = []
    const fetch = guardedFetch({
      allowHosts: [`harmless.example:${port}`],
      lookup: (hostname, _options, callback) => {
        resolved.push(hostname)
        callback(null, [{address: '127.0.0.1', family: 4}])
      },
    })
    const read = (name: string) =>
      fetch(`http://${name}:${port}/`, {
        headers: {},
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      })
    expect((await read('harmless.example')).status).toBe(200)
    const error = await read('rebound.example').catch((error: unknown) => error)
    expect(error).toMatchObject({cause: {code: 'BLOCKED_ADDRESS'}})
    expect(resolved).toEqual(['harmless.example', 'rebound.example'])
    expect(secret.requests).toHaveLength(1)
  })

  test('a name with one private address is rejected, even if its other addresses are public', async () => {
    const fetch = guardedFetch({
      lookup: (_hostname, _options, callback) => {
        callback(null, [
          {address: '203.0.114.1', family: 4},
          {address: '10.0.0.1', family: 4},
        ])
      },
    })
    const url = 'https://both.example/'
    const fetched = await fetchCalendar({id: 'a', url}, {cache: memoryCache(), fetch})
    expect(faultOf(fetched)?.code).toBe('blocked-address')
  })

  test('a host that is allowed by name may have a private address, but not the unspecified one', async () => {
    await using server = await feedServer(sends(calendarOf(1)))
    const port = server.host.split(':')[1]
    const fetch = guardedFetch({
      allowHosts: [`calendar.internal:${port}`],
      lookup: (_hostname, _options, callback) => callback(null, [{address: '0.0.0.0', family: 4}]),
    })
    const error = await fetch(`http://calendar.internal:${port}/`, {
      headers: {},
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => error)
    expect(error).toMatchObject({cause: {code: 'BLOCKED_ADDRESS'}})
    expect(server.requests).toHaveLength(0)
  })

  test('allowing one host does not allow another host on the same address', async () => {
    await using server = await feedServer(sends(calendarOf(1)))
    const fetched = await visitor(server, {allowHosts: ['localhost:1']}).visit()
    expect(faultOf(fetched)?.code).toBe('blocked-address')
  })
})
