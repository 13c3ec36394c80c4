import {gunzipSync} from 'node:zlib'
import {beforeAll, describe, expect, test} from 'vitest'

import {createHandler, type Handler} from '../../../../loaders/adapters/http/index.ts'
import {parseCalendar} from '../../../../calendar/index.ts'
import {eventsFormat} from '../../../../loaders/feeds/index.ts'
import {silent, type Loader} from '../../../../loaders/index.ts'
import {recordingLogger} from '../../../support/recordingLogger.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
const asOf = new Date('2024-03-20T10:00:00Z')
/** The loader's clocks. */
const time = {now: asOf, clock: () => asOf.getTime()}
let handler: Handler

beforeAll(() => {
  handler = createHandler({
    loader: sampleLoader({settings: time}),
    siteUrl,
    basePath: '/calendar',
  })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  handler(new Request(`${siteUrl}/calendar/${path}`, {headers}))

const events = async (path: string) =>
  eventsFormat.parse(JSON.parse(await (await get(path)).text())).events

describe('a representation', () => {
  test('events.json fits its published format, with the next touchpoint and its people', async () => {
    const next = (await events('events.json')).find(({start}) => start === '2024-03-28T13:00:00Z')
    expect(next).toMatchObject({
      kind: 'touchpoint',
      timeZone: 'Europe/Madrid',
      series: {slug: 'thursday-touchpoints'},
    })
    expect(next?.people.map(({name}) => name)).toEqual(['Mirko', 'Dana Wang', 'Georg Kunz', 'Lumi'])
  })

  test('calendar.ics has the same events, so that programs show the same as the page', async () => {
    const published = await events('events.json')
    const text = await (await get('calendar.ics')).text()
    const {occurrences} = parseCalendar(text).between(
      '2023-01-01T00:00:00Z',
      '2025-06-01T00:00:00Z',
    )
    expect(occurrences.map(({start, title}) => `${start} ${title}`).sort()).toEqual(
      published.map(({start, title}) => `${start} ${title.replaceAll(/\s+/g, ' ')}`).sort(),
    )
  })

  test.each([
    ['calendar.ics', 'text/calendar; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'],
    ['feed.xml', 'application/rss+xml; charset=utf-8'],
    ['recordings.json', 'application/feed+json; charset=utf-8'],
    ['recordings.xml', 'application/rss+xml; charset=utf-8'],
  ])('%s has its content type, because readers depend on it', async (path, type) => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  })

  test('a meeting for members keeps its date and contains no join link', async () => {
    const secret = 'https://meet.example/members-only'
    const members = handlerOver({
      documents: [touchpointFor('members', secret)],
    })
    for (const path of ['events.json', 'calendar.ics', 'feed.json', 'feed.xml']) {
      const text = await (await members(new Request(`${siteUrl}/${path}`))).text()
      expect(text.replaceAll('\r\n ', '')).toContain('Quarterly talk')
      expect(text.replaceAll('\r\n ', '')).not.toContain('members-only')
    }
    const open = handlerOver({documents: [touchpointFor('everyone', secret)]})
    expect(await (await open(new Request(`${siteUrl}/events.json`))).text()).toContain(secret)
  })
})

describe('filters', () => {
  test.each(['series=thursday-touchpoints', 'region=emea', 'calendar=calendar-todo'])(
    '%s narrows the calendar and leaves something',
    async (query) => {
      const all = await events('events.json')
      const some = await events(`events.json?${query}`)
      expect(some.length).toBeGreaterThan(0)
      expect(some.length).toBeLessThan(all.length)
    },
  )

  test('an event can be selected by its id, for a button next to it', async () => {
    const text = await (await get('calendar.ics?event=touchpoint-2024-03-28')).text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('UID:touchpoint-2024-03-28@community.example')
  })

  test('an unknown filter is rejected, because it would silently return everything', async () => {
    const response = await get('calendar.ics?serie=thursday-touchpoints')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({error: {code: 'unknown-filter'}})
  })

  test('an unknown series is rejected, because it would silently return nothing', async () => {
    const response = await get('calendar.ics?series=thursdays')
    expect(response.status).toBe(404)
    expect(JSON.stringify(await response.json())).toContain('thursday-touchpoints')
  })

  test('a parameter that bypasses caches is not a filter', async () => {
    expect((await get('events.json?_=1711&utm_source=mail')).status).toBe(200)
  })
})

describe('caching', () => {
  test('a response with a known ETag is not sent again', async () => {
    const first = await get('events.json')
    const etag = first.headers.get('etag') ?? ''
    const again = await get('events.json', {'if-none-match': `"other", ${etag}`})
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get('events.json', {'if-none-match': '"other"'})).status).toBe(200)
  })

  test('a client that accepts gzip receives it, with the same content', async () => {
    const plain = await get('events.json')
    const zipped = await get('events.json', {'accept-encoding': 'br, gzip'})
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(zipped.headers.get('vary')).toBe('accept-encoding')
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await plain.text())
    const refused = await get('events.json', {'accept-encoding': 'gzip;q=0'})
    expect(refused.headers.get('content-encoding')).toBeNull()
  })

  test('HEAD returns the headers and no body', async () => {
    const request = new Request(`${siteUrl}/calendar/calendar.ics`, {method: 'HEAD'})
    const response = await handler(request)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000)
    expect(await response.text()).toBe('')
  })

  test('a response is fresh for a minute at most, and only until the next meeting starts', async () => {
    let time = Date.parse('2024-03-28T12:00:00Z')
    const handle = createHandler({
      loader: sampleLoader({settings: {now: () => new Date(time), clock: () => time}}),
      siteUrl,
    })
    const maxAge = async () => {
      const response = await handle(new Request(`${siteUrl}/events.json`))
      return /max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1]
    }
    expect(await maxAge()).toBe('60')
    time = Date.parse('2024-03-28T12:59:50Z')
    expect(await maxAge()).toBe('10')
  })

  test('a hundred concurrent visitors cause one read', async () => {
    const {loader, readings} = counted(sampleLoader({settings: time}))
    const handle = createHandler({loader, siteUrl})
    const paths = ['events.json', 'calendar.ics', 'feed.xml', 'events.json?region=APAC']
    await Promise.all(
      Array.from({length: 100}, (_, index) =>
        handle(new Request(`${siteUrl}/${paths[index % paths.length]}`)),
      ),
    )
    expect(readings()).toBe(1)
  })
})

describe('when something fails', () => {
  test('a Content Lake that stops answering leaves the last response, and health reports it', async () => {
    let time = asOf.getTime()
    let failing = false
    const inner = sampleLoader({settings: {now: () => new Date(time), clock: () => time}})
    const {logger, errors} = recordingLogger()
    const loader: Loader = {
      ...inner,
      meetingsPage: async (options) => {
        if (failing) throw new Error('connect ECONNREFUSED 10.1.2.3:3900')
        return inner.meetingsPage(options)
      },
    }
    const handle = createHandler({loader, siteUrl, logger})
    const ask = (path: string) => handle(new Request(`${siteUrl}/${path}`))
    const before = await (await ask('events.json')).text()
    failing = true
    time += 120_000
    const after = await ask('events.json')
    expect([after.status, await after.text()]).toEqual([200, before])
    expect(await (await ask('health')).json()).toMatchObject({
      status: 'degraded',
      snapshot: {state: 'stale', age: 120},
      lastSuccess: asOf.toISOString(),
    })
    expect(errors).toHaveLength(1)
    failing = false
    time += 10_000
    await ask('events.json')
    const status = async (): Promise<unknown> => Object(await (await ask('health')).json()).status
    await expect.poll(status).toBe('ok')
  })

  test('without a first response visitors get 503, and no internal address', async () => {
    const loader: Loader = {
      ...sampleLoader({settings: time}),
      meetingsPage: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:3900')),
    }
    const handle = createHandler({loader, siteUrl, logger: silent})
    const response = await handle(new Request(`${siteUrl}/events.json`))
    expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(await response.text()).not.toContain('10.1.2.3')
    expect((await handle(new Request(`${siteUrl}/health`))).status).toBe(503)
  })

  test('a failing feed is reported in events.json and in health, and the others still work', async () => {
    const failing = ['https://calendars.touchpoints.example/openssf.ics']
    const handle = handlerOver({failing})
    const response = await handle(new Request(`${siteUrl}/events.json`))
    const {calendars} = eventsFormat.parse(await response.json())
    expect(calendars.map(({state}) => state)).toContain('unavailable')
    expect(calendars.map(({state}) => state)).toContain('ok')
    const health = await handle(new Request(`${siteUrl}/health`))
    expect(await health.json()).toMatchObject({
      status: 'degraded',
      contentLake: {state: 'ok'},
    })
  })

  test.each([
    ['POST', 'events.json', 405],
    ['GET', 'nothing.json', 404],
    ['GET', '../secrets', 404],
    ['GET', 'events.json/', 404],
  ])('%s %s is rejected in the same format as every other error', async (method, path, status) => {
    const response = await handler(new Request(`${siteUrl}/calendar/${path}`, {method}))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({error: {message: expect.any(String)}})
  })
})

function handlerOver(settings: Parameters<typeof sampleLoader>[0]): Handler {
  return createHandler({loader: sampleLoader({settings: time, ...settings}), siteUrl})
}

function touchpointFor(audience: string, join: string) {
  return {
    _id: 'touchpoint-planted',
    _type: 'touchpoint',
    title: 'Quarterly talk',
    slug: {_type: 'slug', current: 'quarterly-talk'},
    series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
    schedule: {start: '2024-04-04T13:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
    status: 'confirmed',
    summary: `The summary. ${join}`,
    audience,
    links: {join},
  }
}

function counted(inner: Loader) {
  let count = 0
  const loader: Loader = {
    ...inner,
    meetingsPage: (options) => {
      count += 1
      return inner.meetingsPage(options)
    },
  }
  return {loader, readings: () => count}
}
