import {describe, expect, test} from 'vitest'
import type {FeedRecord} from '../../../calendar/fetch/feedRecord.ts'
import {plainCalendars, type PlainOptions} from '../../../calendar/fetch/plain/plainCalendars.ts'
import type {WebFetch} from '../../../calendar/fetch/plain/plainFetch.ts'
import {textCache} from '../../../calendar/fetch/plain/textCache.ts'
import {feedCacheContract, record} from './feedCacheContract.ts'
import {calendarOf} from './feedServer.ts'
import {thursdays, touchpoint} from '../merge/fakes.ts'

const march = {
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
}
const address = 'https://example.org/basic.ics'
const feed = {id: 'todo', title: 'TODO', feedUrl: address, own: true, titleFilters: []}
const request = {feeds: [feed], touchpoints: [], cadences: [], ...march}

interface Seen {
  url: string
  init: RequestInit
}

/** Returns a fetch that answers with these responses, the last one for ever, and what it was called with. */
function answering(...responses: (() => Response | Promise<Response>)[]) {
  const seen: Seen[] = []
  const fetch: WebFetch = async (url, init) => {
    const respond = responses[Math.min(seen.length, responses.length - 1)]
    seen.push({url, init})
    const response = await respond?.()
    if (!response) throw new TypeError('fetch failed')
    return response
  }
  return {fetch, seen}
}

function calendar(count: number, headers: Record<string, string> = {}): Response {
  return new Response(calendarOf(count), {headers: {'content-type': 'text/calendar', ...headers}})
}

/** Returns a reader with a clock that the test sets. */
function reader(options: PlainOptions) {
  const clock = {ms: Date.parse('2024-03-20T00:00:00Z')}
  const read = plainCalendars({now: () => new Date(clock.ms), inBrowser: false, ...options})
  return {read, later: (ms: number) => (clock.ms += ms)}
}

const hour = 3_600_000

test('feeds are merged with touchpoints and cadences, with the reports of feedCalendars', async () => {
  const {fetch} = answering(() => calendar(2))
  const {read} = reader({fetch})
  const {events, problems, feeds} = await read({
    ...request,
    touchpoints: [touchpoint('2024-03-28T13:00:00Z', {seriesId: 'series-thursday'})],
    cadences: [thursdays],
  })
  expect(events.map(({kind}) => kind)).toEqual(['feed', 'feed', 'cadence', 'touchpoint'])
  expect(problems).toEqual([])
  expect(feeds).toMatchObject([
    {id: 'todo', title: 'TODO', health: {state: 'fresh', eventCount: 2}},
  ])
})

test('an unchanged feed is requested conditionally, and its copy is used', async () => {
  const {fetch, seen} = answering(
    () => calendar(2, {etag: '"1"', 'last-modified': 'Wed, 20 Mar 2024 00:00:00 GMT'}),
    () => new Response(null, {status: 304}),
  )
  const {read, later} = reader({fetch})
  await read(request)
  await read(request)
  expect(seen).toHaveLength(1)
  later(2 * hour)
  const {events} = await read(request)
  expect(events).toHaveLength(2)
  expect(seen[1]?.init).toMatchObject({
    redirect: 'manual',
    headers: {
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 20 Mar 2024 00:00:00 GMT',
    },
  })
})

test('the last good copy is served while a feed fails, with its age', async () => {
  const {fetch} = answering(
    () => calendar(2),
    () => new Response('', {status: 503}),
  )
  const {read, later} = reader({fetch})
  await read(request)
  later(2 * hour)
  const {events, problems, feeds} = await read(request)
  expect(events).toHaveLength(2)
  expect(problems).toMatchObject([
    {kind: 'feed', source: 'todo', code: 'http-status', staleSeconds: 7200},
  ])
  expect(feeds).toMatchObject([{health: {state: 'stale', failures: 1}}])
})

test('a feed that sends nothing is given up after `timeout`', async () => {
  const fetch: WebFetch = (_url, {signal}) =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason)),
    )
  const {problems} = await reader({fetch, timeout: 20}).read(request)
  expect(problems).toMatchObject([
    {
      // The download and its caller have the same time, so either can be first.
      code: expect.stringMatching(/^(?:timeout|deadline-exceeded)$/),
      message: expect.stringContaining('within 0.02 s'),
    },
  ])
})

test('a fetch that ignores its signal does not hold the caller', async () => {
  const {problems} = await reader({fetch: () => new Promise(() => {}), timeout: 1}).read(request)
  expect(problems).toMatchObject([{code: 'deadline-exceeded'}])
})

test('a download that its caller stopped waiting for does not continue, and the problem says so', async () => {
  const {problems} = await reader({fetch: () => new Promise(() => {}), timeout: 1}).read(request)
  expect(problems).toMatchObject([{message: expect.not.stringContaining('continues')}])
  expect(problems).toMatchObject([{message: expect.stringContaining('within 0.001 s')}])
})

test('a cache that does not answer is part of the wait, so that no caller is held for longer', async () => {
  const cache = {get: () => new Promise<undefined>(() => {}), set: async () => {}}
  const {fetch} = answering(() => new Promise<Response>(() => {}))
  const {problems} = await reader({fetch, cache, timeout: 1}).read(request)
  expect(problems).toMatchObject([{code: 'deadline-exceeded'}])
})

test('the body is read up to limits.bytes, and then cancelled', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: () => {
      cancelled = true
    },
  })
  const {fetch} = answering(() => new Response(endless))
  const {problems} = await reader({fetch, limits: {bytes: 10_000}}).read(request)
  expect(problems).toMatchObject([{code: 'too-large'}])
  expect(cancelled).toBe(true)
})

describe('addresses', () => {
  test.each([
    ['http://example.org/basic.ics', 'blocked-address'],
    ['ftp://example.org/basic.ics', 'invalid-url'],
    ['https://user:secret@example.org/basic.ics', 'invalid-url'],
  ])('%s is refused without a request', async (feedUrl, code) => {
    const {fetch, seen} = answering(() => calendar(1))
    const {problems} = await reader({fetch}).read({...request, feeds: [{...feed, feedUrl}]})
    expect(problems).toMatchObject([{code}])
    expect(seen).toEqual([])
  })

  test('a redirect to an address that is not encrypted is refused', async () => {
    const {fetch, seen} = answering(
      () => new Response(null, {status: 302, headers: {location: 'http://example.org/b.ics'}}),
    )
    const {problems} = await reader({fetch}).read(request)
    expect(problems).toMatchObject([{code: 'blocked-address'}])
    expect(seen).toHaveLength(1)
  })
})

describe('in a browser', () => {
  test('a request has only headers that need no permission of the other host', async () => {
    const {fetch, seen} = answering(() => calendar(2, {etag: '"1"'}))
    const {read, later} = reader({fetch, inBrowser: true})
    await read(request)
    later(2 * hour)
    await read(request)
    expect(seen.map(({init}) => [Object.keys(Object(init.headers)), init.redirect])).toEqual([
      [['accept'], undefined],
      [['accept'], undefined],
    ])
  })

  test('a redirect that the browser followed to http: is refused as elsewhere', async () => {
    const {fetch} = answering(() =>
      Object.defineProperties(calendar(2), {
        redirected: {value: true},
        url: {value: 'http://example.org/b.ics'},
      }),
    )
    const {events, problems} = await reader({fetch, inBrowser: true}).read(request)
    expect(events).toEqual([])
    expect(problems).toMatchObject([{code: 'blocked-address'}])
  })
})

describe('a signal', () => {
  test('ends the download, rejects with its reason, and keeps no failure', async () => {
    const stop = new AbortController()
    const kept = new Map<string, string>()
    let ended = false
    const fetch: WebFetch = (_url, {signal}) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          ended = true
          reject(signal.reason)
        })
        stop.abort(new Error('The visitor left.'))
      })
    const cache = textCache({get: (key) => kept.get(key), set: (key, text) => kept.set(key, text)})
    const reading = reader({fetch, cache}).read({...request, signal: stop.signal})
    await expect(reading).rejects.toThrow('The visitor left.')
    expect(ended).toBe(true)
    await new Promise((resolve) => setTimeout(resolve))
    expect(kept.size).toBe(0)
  })

  test('of the reader ends every later call, too', async () => {
    const {fetch, seen} = answering(() => calendar(1))
    const {read} = reader({fetch, signal: AbortSignal.abort(new Error('Closed.'))})
    await expect(read(request)).rejects.toThrow('Closed.')
    expect(seen).toEqual([])
  })
})

test('with waitUntil a copy that expired lately is returned at once, and renewed afterward', async () => {
  const work: Promise<void>[] = []
  let respond: (response: Response) => void = () => {}
  const {fetch, seen} = answering(
    () => calendar(1),
    () => new Promise<Response>((resolve) => (respond = resolve)),
  )
  const {read, later} = reader({fetch, waitUntil: (each) => work.push(each)})
  await read(request)
  later(1.5 * hour)
  expect((await read(request)).events).toHaveLength(1)
  expect(seen).toHaveLength(2)
  respond(calendar(2))
  await Promise.all(work)
  expect((await read(request)).events).toHaveLength(2)
})

test('without waitUntil the caller waits, because a worker ends with its response', async () => {
  const {fetch} = answering(
    () => calendar(1),
    () => calendar(2),
  )
  const {read, later} = reader({fetch})
  await read(request)
  later(1.5 * hour)
  expect((await read(request)).events).toHaveLength(2)
})

test('two calls at once download for themselves, because workers share no connection', async () => {
  const {fetch, seen} = answering(() => calendar(1))
  const {read} = reader({fetch})
  await Promise.all([read(request), read(request)])
  expect(seen).toHaveLength(2)
})

test.each([
  [{tiemout: 5}, 'Did you mean "timeout"?'],
  [{limits: {byte: 5}}, 'Did you mean "bytes"?'],
  [{limits: {timeout: 5}}, 'Unknown option "timeout" of the limits of plainCalendars'],
  [{timeout: 0}, 'timeout of plainCalendars is 0'],
  [{concurrency: 0}, 'concurrency of plainCalendars is 0'],
])('%j throws when the reader is created', (options: object, message) => {
  expect(() => plainCalendars({...options})).toThrow(message)
})

describe('a cache in a store of texts', () => {
  const create = () => {
    const texts = new Map<string, string>()
    return textCache({get: (key) => texts.get(key), set: (key, text) => texts.set(key, text)})
  }
  feedCacheContract(async () => create())

  test.each(['', '{"version":1', '{"version":2}', '[]'])(
    'a damaged text (%s) counts as absent',
    async (damaged) => {
      const cache = textCache({get: () => damaged, set: () => {}})
      expect(await cache.get('todo')).toBeUndefined()
    },
  )

  test('keeps a copy for the next worker', async () => {
    const texts = new Map<string, string>()
    const cacheOf = () =>
      textCache({
        get: async (key) => texts.get(key) ?? null,
        set: (key, text) => texts.set(key, text),
      })
    const saved: FeedRecord = record
    await cacheOf().set('todo', saved)
    expect([...texts.keys()]).toEqual(['touchpoints-feed:todo'])
    expect(await cacheOf().get('todo')).toEqual(saved)
  })
})
