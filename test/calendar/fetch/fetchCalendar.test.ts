import {gzipSync} from 'node:zlib'
import {describe, expect, test, vi} from 'vitest'
import {fetchCalendar, fetchCalendars} from '../../../calendar/fetch/fetchCalendar.ts'
import type {FeedFetch} from '../../../calendar/fetch/feedFetch.ts'
import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {calendarOf, feedServer, sends} from './feedServer.ts'
import {faultOf, visitor} from './visitor.ts'

const hour = 3_600_000

describe('fetchCalendar', () => {
  test('a feed is read and reported as fresh', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {calendar, health, problems} = await visitor(server).visit()
    expect(calendar?.eventCount).toBe(3)
    expect(health).toEqual({
      state: 'fresh',
      checkedAt: '2024-03-20T00:00:00.000Z',
      lastSuccessAt: '2024-03-20T00:00:00.000Z',
      nextTryAt: '2024-03-20T01:00:00.000Z',
      eventCount: 3,
      failures: 0,
    })
    expect(problems).toEqual([])
  })

  test('webcal: is read as https:', async () => {
    const fetch = vi.fn<FeedFetch>(async () => new Response(calendarOf(1)))
    const url = 'webcal://example.org/basic.ics'
    await fetchCalendar({id: 'a', url}, {cache: memoryCache(), fetch})
    expect(fetch.mock.calls).toMatchObject([
      ['https://example.org/basic.ics', {redirect: 'manual'}],
    ])
  })

  test('a fresh copy is neither requested nor parsed again', async () => {
    await using server = await feedServer(sends(calendarOf(3), {'cache-control': 'max-age=600'}))
    const {visit, later} = visitor(server)
    const first = await visit()
    later(599_000)
    const second = await visit()
    expect(server.requests).toHaveLength(1)
    expect(second.calendar).toBe(first.calendar)
    later(2000)
    const {settled} = await visit()
    await settled
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['no-cache, no-store, max-age=0', 5 * 60_000],
    ['max-age=31536000', 24 * hour],
    ['private, max-age=900', 900_000],
  ])('Cache-Control: %s applies within the limits', async (header, lifetime) => {
    await using server = await feedServer(sends(calendarOf(3), {'cache-control': header}))
    const {health} = await visitor(server).visit()
    expect(Date.parse(health.nextTryAt ?? '') - Date.parse(health.checkedAt ?? '')).toBe(lifetime)
  })

  test('ETag and Last-Modified are sent back, so that an unchanged feed is not sent again', async () => {
    await using server = await feedServer((request, response) => {
      const known = request.headers['if-none-match'] === '"1"'
      response.writeHead(known ? 304 : 200, {
        'content-type': 'text/calendar',
        etag: '"1"',
        'last-modified': 'Tue, 19 Mar 2024 00:00:00 GMT',
      })
      response.end(known ? undefined : calendarOf(3))
    })
    const {visit, later} = visitor(server)
    await visit()
    later(2 * hour)
    const {health, calendar} = await visit()
    expect(server.requests[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Tue, 19 Mar 2024 00:00:00 GMT',
    })
    expect(health).toMatchObject({state: 'fresh', lastSuccessAt: '2024-03-20T02:00:00.000Z'})
    expect(calendar?.eventCount).toBe(3)
  })

  test('the changes of a feed are reported', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit, later} = visitor(server)
    await visit()
    later(2 * hour)
    server.respond = sends(calendarOf(4).replace('SUMMARY:Call 1', 'SUMMARY:Board\\, moved'))
    const {health} = await visit()
    expect(health).toMatchObject({
      eventCount: 4,
      change: {
        at: '2024-03-20T02:00:00.000Z',
        added: 1,
        changed: 1,
        removed: 0,
        examples: [
          {what: 'changed', title: 'Board, moved'},
          {what: 'added', title: 'Call 3'},
        ],
      },
    })
  })

  test('a new DTSTAMP is not a change, because some servers set it at each request', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit, later} = visitor(server)
    await visit()
    later(2 * hour)
    server.respond = sends(calendarOf(3).replaceAll('20240101T', '20240320T'))
    expect((await visit()).health).not.toHaveProperty('change')
  })

  test('compression and other charsets are decoded', async () => {
    const text = Buffer.from(calendarOf(1, 'Caf\u00e9'), 'latin1')
    const headers = {
      'content-encoding': 'gzip',
      'content-type': 'text/calendar; charset=iso-8859-1',
    }
    await using server = await feedServer(sends(gzipSync(text), headers))
    const {calendar} = await visitor(server).visit()
    const {occurrences} = calendar?.between('2024-03-01T00:00:00Z', '2024-03-02T00:00:00Z') ?? {}
    expect(occurrences?.[0]?.title).toBe('Café 0')
  })

  test('a calendar with another Content-Type is accepted and reported', async () => {
    await using server = await feedServer(sends(calendarOf(3), {'content-type': 'text/plain'}))
    const {calendar, problems} = await visitor(server).visit()
    expect(calendar?.eventCount).toBe(3)
    expect(problems).toMatchObject([{kind: 'feed', source: 'todo', code: 'content-type'}])
  })

  test('a changed address never shows the events of the old feed', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit, cache} = visitor(server)
    await visit()
    const url = `${server.url}?other`
    server.respond = sends('gone', {}, 404)
    const fetched = await fetchCalendar({id: 'todo', url}, {cache, allowHosts: [server.host]})
    expect(fetched).toMatchObject({health: {state: 'failed', fault: {code: 'http-status'}}})
  })

  test('force requests the feed at once', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit} = visitor(server)
    await visit()
    await visit({force: true})
    expect(server.requests).toHaveLength(2)
  })

  test('concurrent visitors share one request', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit} = visitor(server)
    await Promise.all([visit(), visit(), visit()])
    expect(server.requests).toHaveLength(1)
  })
})

describe('faults without a copy', () => {
  const page = '<!doctype html><title>Sign in</title>'
  test.each<[string, string, Parameters<typeof sends>]>([
    ['a web page', 'not-a-calendar', [page, {'content-type': 'text/html'}]],
    ['an empty body', 'not-a-calendar', ['']],
    ['a 403', 'http-status', ['no', {}, 403]],
    ['a 304 to an unconditional request', 'http-status', ['', {}, 304]],
    ['a redirect without a location', 'http-status', ['', {}, 302]],
  ])('%s is a fault, not an empty calendar', async (_what, code, respond) => {
    await using server = await feedServer(sends(...respond))
    const {calendar, health, problems} = await visitor(server).visit()
    expect(calendar).toBeUndefined()
    expect(health).toMatchObject({state: 'failed', failures: 1, fault: {code}})
    expect(problems).toMatchObject([{kind: 'feed', source: 'todo', code}])
  })

  test('a host that is down is unreachable', async () => {
    const server = await feedServer(sends(''))
    await server[Symbol.asyncDispose]()
    expect(faultOf(await visitor(server).visit())).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('it refused the connection'),
    })
  })

  test('a connection that breaks during the body is unreachable', async () => {
    await using server = await feedServer((_request, response) => {
      response.writeHead(200, {'content-length': '100000'})
      response.write(calendarOf(2))
      setTimeout(() => response.destroy(), 20)
    })
    expect(faultOf(await visitor(server).visit())?.code).toBe('unreachable')
  })

  test('a body that never ends is stopped by the timeout', async () => {
    await using server = await feedServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/calendar'})
      const timer = setInterval(() => response.write('BEGIN:VCALENDAR\r\n'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const fetched = await visitor(server, {limits: {timeout: 200}}).visit()
    expect(faultOf(fetched)?.code).toBe('timeout')
  })

  test('a large body is stopped at the limit, so that the rest is not downloaded', async () => {
    let sent = 0
    await using server = await feedServer((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
      }
      response.on('drain', more)
      more()
    })
    const fetched = await visitor(server, {limits: {bytes: 1_000_000}}).visit()
    expect(faultOf(fetched)?.code).toBe('too-large')
    expect(sent).toBeLessThan(20_000_000)
  })

  test('a gzip bomb is stopped at the limit, before it is decompressed completely', async () => {
    const bomb = gzipSync(Buffer.alloc(128 * 1024 ** 2))
    await using server = await feedServer(sends(bomb, {'content-encoding': 'gzip'}))
    const before = process.memoryUsage().rss
    const fetched = await visitor(server, {limits: {bytes: 1_000_000}}).visit()
    expect(faultOf(fetched)?.code).toBe('too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 ** 2)
  })

  test('redirects are followed up to the limit', async () => {
    await using server = await feedServer((request, response) => {
      const hop = Number(new URL(request.url ?? '', 'http://x').searchParams.get('hop'))
      if (hop === 3) return sends(calendarOf(3))(request, response)
      response.writeHead(302, {location: `?hop=${hop + 1}`}).end()
    })
    expect((await visitor(server).visit()).calendar?.eventCount).toBe(3)
    const few = await visitor(server, {limits: {redirects: 2}}).visit()
    expect(faultOf(few)?.code).toBe('too-many-redirects')
  })
})

describe('the last good copy', () => {
  test.each<[string, Parameters<typeof sends>]>([
    ['http-status', ['', {}, 500]],
    ['not-a-calendar', ['<html>Sign in</html>', {'content-type': 'text/html'}]],
    ['not-a-calendar', ['']],
    ['truncated', [calendarOf(10).slice(0, 700)]],
    ['event-loss', [calendarOf(4)]],
    ['event-loss', [calendarOf(0)]],
  ])('is served with its age after %s', async (code, respond) => {
    await using server = await feedServer(sends(calendarOf(10)))
    const {visit, later} = visitor(server)
    await visit()
    later(2 * hour)
    server.respond = sends(...respond)
    const {calendar, health, problems} = await visit()
    expect(calendar?.eventCount).toBe(10)
    expect(health).toMatchObject({
      state: 'stale',
      staleSeconds: 7200,
      failures: 1,
      lastSuccessAt: '2024-03-20T00:00:00.000Z',
      fault: {code},
    })
    expect(problems).toMatchObject([{code, staleSeconds: 7200}])
    later(2 * hour)
    server.respond = sends(calendarOf(10))
    expect((await visit()).health).toMatchObject({state: 'fresh', failures: 0})
  })

  test('is replaced when at most half of the events are missing, or there were only a few', async () => {
    await using server = await feedServer(sends(calendarOf(10)))
    const {visit, later} = visitor(server)
    await visit()
    for (const count of [5, 3, 1]) {
      later(2 * hour)
      server.respond = sends(calendarOf(count))
      expect((await visit()).calendar?.eventCount).toBe(count)
    }
  })

  test('is replaced when a loss lasts a day, because communities also clean up', async () => {
    await using server = await feedServer(sends(calendarOf(10)))
    const {visit, later} = visitor(server)
    await visit()
    server.respond = sends(calendarOf(1))
    later(2 * hour)
    expect((await visit()).calendar?.eventCount).toBe(10)
    later(23 * hour)
    expect((await visit()).calendar?.eventCount).toBe(10)
    later(hour)
    expect(await visit()).toMatchObject({calendar: {eventCount: 1}, health: {state: 'fresh'}})
  })

  test('is requested again after increasing delays, or as Retry-After says', async () => {
    await using server = await feedServer(sends('', {}, 500))
    const {visit, later} = visitor(server)
    const waits: number[] = []
    for (let visits = 0; visits < 8; visits++) {
      const {health} = await visit()
      const wait = Date.parse(health.nextTryAt ?? '') - Date.parse(health.checkedAt ?? '')
      waits.push(wait / 60_000)
      later(wait)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    server.respond = sends('', {'retry-after': '7200'}, 429)
    const {health} = await visit()
    expect(Date.parse(health.nextTryAt ?? '') - Date.parse(health.checkedAt ?? '')).toBe(2 * hour)
  })

  test('is not requested during the delay after a failure, and the fault is still reported', async () => {
    await using server = await feedServer(sends('', {}, 500))
    const {visit, later} = visitor(server)
    await visit()
    later(30_000)
    expect(faultOf(await visit())?.code).toBe('http-status')
    expect(server.requests).toHaveLength(1)
  })
})

describe('slow feeds', () => {
  /** A response that is sent when the test releases it, so that no clock decides the outcome. */
  function heldResponse(text: string): {
    respond: Parameters<typeof feedServer>[0]
    release: () => void
  } {
    const {promise, resolve} = Promise.withResolvers<void>()
    const respond: Parameters<typeof feedServer>[0] = (request, response) => {
      void promise.then(() => sends(text)(request, response))
    }
    return {respond, release: resolve}
  }

  test('a visitor gets the last good copy at the deadline, and the next one the new copy', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit, later} = visitor(server, {limits: {deadline: 100}})
    await visit()
    later(2 * hour)
    const {respond, release} = heldResponse(calendarOf(4))
    server.respond = respond
    const late = await visit()
    expect(late).toMatchObject({
      calendar: {eventCount: 3},
      health: {state: 'stale', fault: {code: 'deadline-exceeded'}},
    })
    release()
    await late.settled
    expect(await visit()).toMatchObject({calendar: {eventCount: 4}, health: {state: 'fresh'}})
    expect(server.requests).toHaveLength(2)
  })

  test('only the first visitor waits while a server hangs, not everyone after that', async () => {
    const {respond, release} = heldResponse(calendarOf(3))
    await using server = await feedServer(respond)
    const {visit} = visitor(server, {limits: {deadline: 3000}})
    const began = performance.now()
    await visit()
    const waited = performance.now() - began
    for (let visits = 0; visits < 3; visits++)
      expect(faultOf(await visit())?.code).toBe('deadline-exceeded')
    // Each would have waited as long as the first.
    expect(performance.now() - began - waited).toBeLessThan(waited)
    expect(server.requests).toHaveLength(1)
    release()
  })

  test('a recently expired copy is served at once and renewed for the next visitor', async () => {
    await using server = await feedServer(sends(calendarOf(3)))
    const {visit, later} = visitor(server)
    await visit()
    later(hour + 1000)
    const {respond, release} = heldResponse(calendarOf(4))
    server.respond = respond
    const {calendar, health, problems, settled} = await visit()
    expect([calendar?.eventCount, health.state, problems]).toEqual([3, 'fresh', []])
    release()
    await settled
    expect((await visit()).calendar?.eventCount).toBe(4)
    expect(server.requests).toHaveLength(2)
  })

  test('a feed without a copy fails at the deadline, and is there for the next visitor', async () => {
    const {respond, release} = heldResponse(calendarOf(3))
    await using server = await feedServer(respond)
    const {visit} = visitor(server, {limits: {deadline: 50}})
    const late = await visit()
    expect(faultOf(late)?.code).toBe('deadline-exceeded')
    release()
    await late.settled
    expect((await visit()).calendar?.eventCount).toBe(3)
  })

  test('a slow feed does not delay the others', async () => {
    const {respond, release} = heldResponse(calendarOf(1))
    await using slow = await feedServer(respond)
    await using fast = await feedServer(sends(calendarOf(2)))
    const sources = [slow, fast, fast, slow].map(({url}, index) => ({id: String(index), url}))
    const fetched = await fetchCalendars(sources, {
      cache: memoryCache(),
      allowHosts: [slow.host, fast.host],
      concurrency: 2,
      // Long enough for the fast ones on a busy machine.
      limits: {deadline: 3000},
    })
    release()
    expect(fetched.map(({calendar}) => calendar?.eventCount)).toEqual([undefined, 2, 2, undefined])
  })
})

test('a failing cache is reported, and the feed is still read', async () => {
  await using server = await feedServer(sends(calendarOf(3)))
  const broken = async () => {
    throw new Error('disk full')
  }
  const cache = {get: broken, set: broken}
  const {calendar, problems} = await visitor(server).visit({cache})
  expect(calendar?.eventCount).toBe(3)
  expect(problems).toMatchObject([{code: 'cache', message: expect.stringContaining('disk full')}])
})
