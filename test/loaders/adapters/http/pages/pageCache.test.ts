import {gunzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'

import {
  HttpError,
  type PageLimits,
  type StoredPage,
} from '../../../../../loaders/adapters/http/index.ts'
import {pageFixture, textOf} from './pageFixture.ts'

const page = (count: number, path = '/') => `<main>${path} ${count}</main>`

describe('a cached page', () => {
  test('is rendered once for a hundred visitors who come at once, and for everyone after them', async () => {
    const {state, text} = pageFixture()
    const texts = await Promise.all(Array.from({length: 100}, () => text()))
    expect(new Set(texts)).toEqual(new Set([page(1)]))
    expect(await text()).toBe(page(1))
    expect(state.renders).toBe(1)
  })

  test('is returned without a promise, so that it costs nothing but the look-up', async () => {
    const {cache, get} = pageFixture()
    await get()
    const request = {method: 'GET', header: () => undefined} as const
    expect(cache.respond({path: '/', query: ''}, request)).not.toBeInstanceOf(Promise)
  })

  test('is new for the first visitor after a change of its content, and unaffected by other changes', async () => {
    const {text, publish, restart} = pageFixture()
    await text()
    publish('s1:other')
    expect(await text()).toBe(page(1))
    publish('s1:other', 's1:page')
    expect(await text()).toBe(page(2))
    restart()
    expect(await text()).toBe(page(3))
  })

  test('is rendered again after a change that happened while it was rendered', async () => {
    const {text, publish, state} = pageFixture()
    const early = text()
    while (state.renders === 0) await Promise.resolve()
    publish('s1:page')
    const late = text()
    // The first render may not contain the change, so the second visitor must not share it.
    expect([await early, await late]).toEqual([page(1), page(2)])
    expect(await text()).toBe(page(2))
    expect(state.renders).toBe(2)
  })

  test('is not replaced by an earlier render that ends later, also within one millisecond', async () => {
    const {promise: first, resolve: endFirst} = Promise.withResolvers<void>()
    let renders = 0
    const {text, publish} = pageFixture({
      render: async () => {
        renders += 1
        const body = new TextEncoder().encode(`render ${renders}`)
        if (renders === 1) await first
        return {status: 200, headers: {}, body, syncTags: ['s1:page'], until: Infinity}
      },
    })
    const early = text()
    while (renders === 0) await Promise.resolve()
    publish('s1:page')
    expect(await text()).toBe('render 2')
    endFirst()
    expect(await early).toBe('render 1')
    expect(await text()).toBe('render 2')
    expect(renders).toBe(2)
  })

  test('ends at its next known change, so that a meeting is not shown as next after its end', async () => {
    const {state, text, wait} = pageFixture()
    state.next = () => ({until: state.now + 30_000})
    await text()
    wait(29)
    expect(await text()).toBe(page(1))
    wait(1)
    expect(await text()).toBe(page(2))
  })

  test('costs one render a second when a change is due now, not one for each visitor', async () => {
    const {state, text} = pageFixture()
    state.next = () => ({until: state.now - 1})
    await text()
    await text()
    expect(state.renders).toBe(1)
  })

  test('is sent at once after a minute, while a new one is rendered, and not after two', async () => {
    const {text, wait} = pageFixture()
    await text()
    wait(61)
    expect(await text()).toBe(page(1))
    await expect.poll(() => text()).toBe(page(2))
    wait(121)
    expect(await text()).toBe(page(3))
  })

  test('is current for seconds only while changes can’t be noticed', async () => {
    const {state, text, wait} = pageFixture()
    state.isConnected = false
    await text()
    wait(4)
    expect(await text()).toBe(page(1))
    wait(2)
    expect(await text()).toBe(page(2))
  })

  test('is rendered again when the clock was set back, because its age is unknown', async () => {
    const {text, wait} = pageFixture()
    await text()
    wait(-3600)
    expect(await text()).toBe(page(2))
  })

  test('that does not exist is cached for seconds, until anything is published', async () => {
    const {state, get, publish, wait} = pageFixture()
    state.next = () => ({status: 404, syncTags: []})
    const missing = await get()
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache'])
    expect((await get()).status).toBe(404)
    expect(state.renders).toBe(1)
    wait(31)
    await get()
    expect(state.renders).toBe(2)
    state.next = () => ({})
    publish('s1:whatever')
    expect((await get()).status).toBe(200)
  })
})

describe('the validators of a page', () => {
  test('save a client that has it the body, for every coding', async () => {
    const {get} = pageFixture()
    const plain = await get()
    const zipped = await get('/', {'accept-encoding': 'gzip'})
    expect(plain.headers['etag']).toMatch(/^"[0-9a-f]{24}"$/)
    expect(zipped.headers['etag']).not.toBe(plain.headers['etag'])
    for (const {headers} of [plain, zipped]) {
      const again = await get('/', {'if-none-match': `"other", ${headers['etag']}`})
      expect([again.status, again.body]).toEqual([304, undefined])
    }
    expect((await get('/', {'if-none-match': '"other"'})).status).toBe(200)
  })

  test('count by tag before date, because a date is only exact to the second', async () => {
    const {get} = pageFixture()
    const since = {'if-modified-since': (await get()).headers['last-modified'] ?? ''}
    expect((await get('/', since)).status).toBe(304)
    expect((await get('/', {...since, 'if-none-match': '"other"'})).status).toBe(200)
    expect((await get('/', {'if-modified-since': 'yesterday'})).status).toBe(200)
  })

  test('keep the date of a page that is rendered again with the same result', async () => {
    const {state, get, publish, wait} = pageFixture()
    state.next = () => ({body: new TextEncoder().encode('the same')})
    const before = await get()
    wait(3600)
    publish('s1:page')
    expect((await get()).headers).toMatchObject({
      etag: before.headers['etag'],
      'last-modified': before.headers['last-modified'],
    })
    expect(state.renders).toBe(2)
  })

  test('let caches keep it, and revalidate it before a visitor sees it', async () => {
    const {get} = pageFixture()
    expect((await get()).headers).toMatchObject({
      'cache-control': 'public, max-age=0, stale-while-revalidate=60, stale-if-error=604800',
      vary: 'accept-encoding',
    })
  })

  test('HEAD has the headers of GET and no body', async () => {
    const {get} = pageFixture()
    const {headers, body} = await get()
    const head = await get('/', {}, 'HEAD')
    expect(head).toEqual({status: 200, headers})
    expect(headers['content-length']).toBe(String(body?.length))
  })

  test('a compressed page is the page', async () => {
    const {get} = pageFixture()
    const zipped = await get('/', {'accept-encoding': 'br, gzip'})
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(
      gunzipSync(zipped.body ?? '')
        .toString()
        .trim(),
    ).toBe(page(1))
    expect((await get('/', {'accept-encoding': 'gzip;q=0, *'})).headers).not.toHaveProperty(
      'content-encoding',
    )
  })
})

describe('a page that can’t be rendered', () => {
  const down = new Error('The Content Lake is down')
  const markStale = (_page: StoredPage, asOf: number) =>
    new TextEncoder().encode(`as of ${new Date(asOf).toISOString()}`)

  test('is the last good one, which says as of when it is', async () => {
    const {state, get, text, restart, wait, errors} = pageFixture({markStale})
    await get()
    wait(90)
    state.next = () => down
    restart()
    const stale = await get()
    expect(stale.status).toBe(200)
    expect(stale.headers).toMatchObject({
      age: '90',
      'cache-control': 'no-cache',
      'cache-status': 'touchpoints; hit; detail=stale',
    })
    expect(textOf(stale)).toBe('as of 2026-11-26T10:04:00.000Z')
    expect(errors).toEqual([down])
    state.next = () => ({})
    wait(6)
    expect(await text()).toBe(page(3))
  })

  test('is not tried for every visitor, so that a failing lake can recover', async () => {
    const {state, get, restart, wait} = pageFixture()
    await get()
    state.next = () => down
    restart()
    for (let visitor = 0; visitor < 10; visitor += 1) await get()
    expect(state.renders).toBe(2)
    wait(6)
    await get()
    expect(state.renders).toBe(3)
  })

  test('is the last good one when the lake hangs: a visitor waits a moment, not for ever', async () => {
    const {get, text, publish} = hangingAfterFirst({patience: 1})
    await text()
    publish('s1:page')
    expect((await get()).headers['cache-status']).toBe('touchpoints; hit; detail=stale')
  })

  test('frees its place in the queue when it never ends', async () => {
    const {get, cache} = hangingAfterFirst({renderTimeout: 1})
    await get()
    await expect(get('/hangs')).rejects.toMatchObject({status: 503, code: 'render-timeout'})
    expect(cache.stats().renders).toBe(0)
  })

  test('is rendered at once after an event, because the lake that sent it is back', async () => {
    const {state, text, publish, restart} = pageFixture()
    await text()
    state.next = () => down
    restart()
    await text()
    state.next = () => ({})
    publish('s1:page')
    expect(await text()).toBe(page(3))
  })

  test('is an error without a last good one, and the page of the site if there is one', async () => {
    const {state, get} = pageFixture()
    state.next = () => down
    await expect(get()).rejects.toBe(down)
    state.next = () => ({status: 503, body: new TextEncoder().encode('Try again in a minute.')})
    const unavailable = await get()
    expect([unavailable.status, unavailable.headers['cache-control']]).toEqual([503, 'no-store'])
    expect(textOf(unavailable)).toBe('Try again in a minute.')
    state.next = () => ({})
    expect((await get()).status).toBe(200)
  })

  test('is not the last good one after a week', async () => {
    const {state, get, wait} = pageFixture()
    await get()
    wait(8 * 86_400)
    state.next = () => down
    await expect(get()).rejects.toBe(down)
  })

  test('is not a missing one from before, because it may exist by now', async () => {
    const {state, get, publish} = pageFixture()
    state.next = () => ({status: 404})
    await get()
    publish('s1:page')
    state.next = () => down
    await expect(get()).rejects.toBe(down)
  })

  test('is rendered from an earlier copy of its content, which is a stale page', async () => {
    const {state, get, wait} = pageFixture({markStale})
    state.next = () => ({asOf: Date.UTC(2026, 10, 26, 9)})
    expect(textOf(await get())).toBe('as of 2026-11-26T09:00:00.000Z')
    state.next = () => ({})
    wait(6)
    expect(textOf(await get()).trim()).toBe(page(2))
  })

  function hangingAfterFirst(limits: Partial<PageLimits>) {
    let renders = 0
    const fixture = pageFixture({
      limits,
      render: async () => {
        renders += 1
        if (renders > 1) await new Promise(() => {})
        const body = new TextEncoder().encode('the page')
        return {status: 200, headers: {}, body, syncTags: ['s1:page'], until: Infinity}
      },
    })
    return fixture
  }
})

describe('the limits of the cache', () => {
  test('a crawler through every month and zone does not displace the meetings page', async () => {
    const {state, get, text, cache} = pageFixture({limits: {maxVariants: 10}})
    await text('/meetings/')
    for (let month = 0; month < 100; month += 1) await get(`/meetings/?month=${month}`)
    expect(cache.stats().copies).toBe(11)
    expect(await text('/meetings/')).toBe(page(1, '/meetings/'))
    expect(state.renders).toBe(101)
  })

  test('a crawler through made-up paths does not displace it either', async () => {
    const {state, get, text} = pageFixture({limits: {maxMissing: 10}})
    await text('/meetings/')
    state.next = () => ({status: 404})
    for (let path = 0; path < 100; path += 1) await get(`/${path}`)
    expect(await text('/meetings/')).toBe(page(1, '/meetings/'))
  })

  test('bytes are limited as well, because 200 pages can have any size', async () => {
    const {get, cache} = pageFixture({limits: {maxVariantBytes: 10_000}})
    for (let month = 0; month < 100; month += 1) await get(`/?month=${month}`)
    expect(cache.stats().bytes).toBeLessThanOrEqual(10_000)
    expect(cache.stats().copies).toBeGreaterThan(2)
  })

  test('a page that is larger than all copies together is sent, and not kept', async () => {
    const {get, cache} = pageFixture({limits: {maxPageBytes: 1000}})
    expect((await get()).status).toBe(200)
    expect(cache.stats()).toMatchObject({copies: 0, bytes: 0})
  })

  test('renders beyond the queue are refused at once, and every page with a copy is still served', async () => {
    const {get, publish, cache, release, messages} = blocked()
    const waiting = Array.from({length: 6}, (_, index) => get(`/${index}`))
    const refused = await get('/7').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HttpError)
    expect(refused).toMatchObject({status: 503, headers: {'retry-after': '5'}})
    expect(messages).toEqual([expect.stringContaining('so some visitors get a 503')])
    expect(cache.stats().renders).toBe(6)
    publish('s1:page')
    expect((await get('/known')).headers['cache-status']).toContain('stale')
    release()
    const replies = await Promise.all(waiting)
    expect(replies.map(({status}) => status)).toEqual([200, 200, 200, 200, 200, 200])
  })

  /** A cache with a copy of `/known`. Further renders end when they are released. */
  function blocked() {
    const {promise: released, resolve: release} = Promise.withResolvers<void>()
    let isBlocked = false
    const fixture = pageFixture({
      limits: {maxRenders: 2, maxWaiting: 4, patience: 1},
      render: async () => {
        if (isBlocked) await released
        const body = new TextEncoder().encode('the page')
        return {status: 200, headers: {}, body, syncTags: ['s1:page'], until: Infinity}
      },
    })
    const ready = fixture.get('/known').then(() => {
      isBlocked = true
    })
    return {
      ...fixture,
      release,
      get: async (path: string) => {
        await ready
        return fixture.get(path)
      },
    }
  }
})
