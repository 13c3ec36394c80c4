import {describe, expect, test} from 'vitest'

import {createHandler} from '../../../../loaders/adapters/http/index.ts'
import {silent} from '../../../../loaders/index.ts'
import {lastGood, memoryAnswers, type AnswerStore} from '../../../../loaders/lastGood/index.ts'
import {failingClient, type Failure} from '../../../support/failingClient.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
const start = Date.parse('2024-03-20T10:00:00Z')

/** The endpoints of a site on a lake that can fail. */
function site({store, at = start}: {store?: AnswerStore; at?: number} = {}) {
  const time = {at}
  const clock = () => time.at
  let lake: ReturnType<typeof failingClient> | undefined
  const answers = store && lastGood(store, {clock, logger: silent})
  const loader = sampleLoader({
    wrap: (client) => (lake = failingClient(client)).client,
    settings: {
      clock,
      now: () => new Date(time.at),
      timeout: 20,
      ...(answers && {lastGood: answers}),
    },
  })
  const handle = createHandler({loader, siteUrl, logger: silent})
  const get = (path: string, headers: Record<string, string> = {}) =>
    handle(new Request(`${siteUrl}/${path}`, {headers}))
  const health = async () => {
    const response = await get('health')
    return {code: response.status, body: Object(await response.json())}
  }
  return {
    get,
    health,
    loader,
    time,
    settled: async () => answers?.settled(),
    fail: (how?: Failure) => lake?.fail(how),
    queries: () => lake?.queries(),
  }
}

describe('health', () => {
  test('says starting before anything was observed, and reads nothing to find out', async () => {
    const {health, queries} = site()
    expect(await health()).toEqual({
      code: 200,
      body: {
        status: 'starting',
        contentLake: {state: 'starting'},
        snapshot: {state: 'starting'},
        calendars: [],
      },
    })
    expect(queries()).toBe(0)
  })

  test('reports state and age of each dependency as last observed', async () => {
    const {get, health, time, queries} = site()
    await get('events.json')
    time.at += 40_000
    const {code, body} = await health()
    expect(code).toBe(200)
    expect(body).toMatchObject({
      status: 'ok',
      contentLake: {state: 'ok', age: 40},
      snapshot: {state: 'ok', age: 40},
      lastSuccess: '2024-03-20T10:00:00.000Z',
    })
    expect(body.calendars).toContainEqual({
      id: 'calendar-todo',
      title: expect.any(String),
      state: 'ok',
      age: 40,
    })
    expect(queries()).toBe(1)
  })

  test.each(['hang', 'refuse', 500] as const)(
    'answers at once when the lake fails (%s), and what it says is true after a check',
    async (how) => {
      const {get, health, loader, time, fail, queries} = site()
      await get('events.json')
      fail(how)
      time.at += 1000
      await loader.check()
      const before = queries()
      expect((await health()).body).toMatchObject({
        status: 'degraded',
        contentLake: {state: 'unavailable', reason: expect.any(String), age: 1},
        snapshot: {state: 'ok'},
      })
      expect(queries()).toBe(before)
      fail()
      await loader.check()
      expect((await health()).body).toMatchObject({status: 'ok', contentLake: {state: 'ok'}})
    },
  )

  test('does not wait for a read of the lake that hangs', async () => {
    const {get, health, fail} = site()
    fail('hang')
    let isAnswered = false
    const visitor = get('events.json').then((response) => {
      isAnswered = true
      return response.status
    })
    expect((await health()).body).toMatchObject({status: 'starting'})
    expect(isAnswered).toBe(false)
    expect(await visitor).toBe(503)
    expect(await health()).toMatchObject({
      code: 503,
      body: {status: 'down', contentLake: {state: 'unavailable', reason: 'deadline-exceeded'}},
    })
  })

  test('is not down any more once the lake answers, because the next visitor is served', async () => {
    const {get, health, loader, fail} = site()
    fail('refuse')
    await get('events.json')
    expect((await health()).code).toBe(503)
    fail()
    await loader.check()
    expect(await health()).toMatchObject({
      code: 200,
      body: {status: 'degraded', contentLake: {state: 'ok'}, snapshot: {state: 'unavailable'}},
    })
  })

  test('is degraded and not down when the lake failed before the first visitor', async () => {
    const {health, loader, fail} = site()
    fail('refuse')
    await loader.check()
    expect(await health()).toMatchObject({code: 200, body: {status: 'degraded'}})
  })
})

describe('after a restart with the lake down', () => {
  const files = ['events.json', 'calendar.ics', 'feed.json', 'feed.xml', 'recordings.json']

  async function restarted(later = 0) {
    const store = memoryAnswers()
    const before = site({store})
    const bodies = await Promise.all(files.map(async (file) => (await before.get(file)).text()))
    await before.settled()
    const after = site({store, at: start + later})
    after.fail('refuse')
    return {after, bodies}
  }

  test.each(files)('%s is what it was', async (file) => {
    const {after, bodies} = await restarted()
    const response = await after.get(file)
    // A revision counts from the restart, because only the process remembers what it served. Rooms of feeds
    // are left out, because the members' rooms are stored nowhere.
    const plain = (text: string | undefined) =>
      text
        ?.replaceAll('\r\n ', '')
        .replaceAll(
          /(DTSTAMP|LAST-MODIFIED|SEQUENCE|LOCATION|DESCRIPTION|CONFERENCE.*|URL.*):.*\r\n/g,
          '',
        )
        .replaceAll(/"(?:description|joinUrl|url|location)":"(?:[^"\\]|\\.)*",/g, '')
    expect(response.status).toBe(200)
    expect(plain(await response.text())).toBe(plain(bodies[files.indexOf(file)]))
  })

  test('health is degraded, and says how old the content is', async () => {
    const {after} = await restarted(3 * 86_400_000)
    await after.get('events.json')
    expect(await after.health()).toMatchObject({
      code: 200,
      body: {
        status: 'degraded',
        contentLake: {state: 'unavailable', reason: 'unreachable'},
        snapshot: {state: 'stale', age: 3 * 86_400},
        lastSuccess: '2024-03-20T10:00:00.000Z',
      },
    })
  })

  test('visitors get the copy at once, and the new content after the lake is back', async () => {
    const {after} = await restarted()
    const response = await after.get('events.json')
    expect(response.headers.get('cache-control')).toContain('max-age=5,')
    after.fail()
    await after.loader.check()
    after.time.at += 6000
    await after.get('events.json')
    const status = async (): Promise<unknown> => (await after.health()).body.status
    await expect.poll(status).toBe('ok')
  })
})

describe('validators', () => {
  test('a browser with the body gets 304, by tag or by date', async () => {
    const {get} = site()
    const {headers} = await get('events.json')
    expect(headers.get('last-modified')).toBe('Wed, 20 Mar 2024 10:00:00 GMT')
    const status = async (sent: Record<string, string>) => (await get('events.json', sent)).status
    const date = headers.get('last-modified') ?? ''
    expect(await status({'if-modified-since': date})).toBe(304)
    expect(await status({'if-modified-since': 'Wed, 20 Mar 2024 09:59:59 GMT'})).toBe(200)
    expect(await status({'if-modified-since': 'yesterday'})).toBe(200)
    expect(await status({'if-modified-since': date, 'if-none-match': '"other"'})).toBe(200)
  })

  test('stay the same while the copy is served, because its content does', async () => {
    const {get, fail, time} = site()
    const first = await get('events.json')
    fail('refuse')
    for (const later of [61_000, 67_000, 73_000]) {
      time.at = start + later
      const {headers} = await get('events.json')
      expect(headers.get('etag')).toBe(first.headers.get('etag'))
      expect(headers.get('last-modified')).toBe(first.headers.get('last-modified'))
    }
  })

  test('caches may serve a stale response while they ask again, and while the site is down', async () => {
    const {get} = site()
    const caching = (await get('events.json')).headers.get('cache-control')
    expect(caching).toBe('public, max-age=60, stale-while-revalidate=60, stale-if-error=86400')
  })
})
