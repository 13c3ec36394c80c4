import {describe, expect, test} from 'vitest'

import {createHandler} from '../../../../loaders/adapters/http/index.ts'
import {snapshotCache, type Later} from '../../../../loaders/adapters/http/snapshotCache.ts'
import {silent} from '../../../../loaders/index.ts'
import type {LiveMessage} from '../../../../loaders/preview/liveChanges.ts'
import {failingClient, type Failure} from '../../../support/failingClient.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
const start = Date.parse('2024-03-20T10:00:00Z')

/** A loader on a lake that can fail, with a clock of the test. */
function lakeAndLoader(timeout = 10_000) {
  const time = {at: start}
  let lake: ReturnType<typeof failingClient> | undefined
  const loader = sampleLoader({
    wrap: (client) => (lake = failingClient(client)).client,
    settings: {clock: () => time.at, now: () => new Date(time.at), timeout},
  })
  return {time, loader, fail: (how?: Failure) => lake?.fail(how), queries: () => lake?.queries()}
}

/** The cache with timers that fire when the test says so. */
function cacheWithTimers() {
  const site = lakeAndLoader()
  const timers = new Set<{run: () => void; milliseconds: number}>()
  const later: Later = (run, milliseconds) => {
    const timer = {run, milliseconds}
    timers.add(timer)
    return {cancel: () => timers.delete(timer)}
  }
  const listeners: ((message: LiveMessage) => void)[] = []
  const changes = {
    subscribe: (listener: (message: LiveMessage) => void) => {
      listeners.push(listener)
      return () => {}
    },
  }
  const cache = snapshotCache({loader: site.loader, changes, logger: silent}, later)
  const publish = (...tags: string[]) => {
    for (const listener of listeners) listener({type: 'message', tags})
  }
  const fire = () => {
    for (const {run} of timers) run()
  }
  return {...site, cache, timers, fire, publish}
}

describe('a refresh that takes long', () => {
  test('ends the wait of a visitor after a second, with the last snapshot, and goes on', async () => {
    const {cache, time, timers, fire, fail, queries} = cacheWithTimers()
    const first = await cache.current()
    fail('hang')
    time.at += 61_000
    const before = queries() ?? 0
    const waiting = cache.current()
    expect([...timers].map(({milliseconds}) => milliseconds)).toEqual([1000])
    fire()
    expect(await waiting).toBe(first)
    expect(queries()).toBe(before + 1)
  })

  test('makes no later visitor wait longer than the first one', async () => {
    const {cache, time, timers, fire, fail} = cacheWithTimers()
    await cache.current()
    fail('hang')
    time.at += 61_000
    const visitors = [cache.current()]
    time.at += 700
    visitors.push(cache.current())
    time.at += 9000
    visitors.push(cache.current())
    expect([...timers].map(({milliseconds}) => milliseconds)).toEqual([1000, 300, 0])
    fire()
    await Promise.all(visitors)
  })

  test('is awaited when it ends in time, and leaves no timer', async () => {
    const {cache, time, timers} = cacheWithTimers()
    const first = await cache.current()
    time.at += 61_000
    const second = await cache.current()
    expect(second.contentAt).toBe(first.contentAt + 61_000)
    expect(timers.size).toBe(0)
  })

  test('does not bring back what an event withdrew meanwhile', async () => {
    const {cache, time, fire, fail, publish} = cacheWithTimers()
    await cache.current()
    fail('hang')
    time.at += 61_000
    let isAnswered = false
    const visitor = cache.current().finally(() => (isAnswered = true))
    publish('s1:memory')
    fire()
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    visitor.catch(() => {})
  })

  test('is started again when it was lost, as a worker ends it with its response', async () => {
    const {cache, time, fire, fail} = cacheWithTimers()
    const first = await cache.current()
    fail('hang')
    time.at += 61_000
    const waiting = cache.current()
    fire()
    await waiting
    fail()
    time.at += 61_000
    expect((await cache.current()).contentAt).toBe(first.contentAt + 122_000)
  })
})

describe('without an earlier snapshot', () => {
  function cold(timeout?: number) {
    const site = lakeAndLoader(timeout)
    const handle = createHandler({loader: site.loader, siteUrl, logger: silent})
    const get = () => handle(new Request(`${siteUrl}/events.json`))
    return {...site, get}
  }

  test('a lake that hangs is waited for once, and not by every visitor', async () => {
    const {get, time, fail, queries} = cold(20)
    fail('hang')
    expect((await get()).status).toBe(503)
    const before = queries() ?? 0
    expect((await get()).status).toBe(503)
    time.at += 4999
    expect((await get()).status).toBe(503)
    expect(queries()).toBe(before)
    fail()
    time.at += 1
    expect((await get()).status).toBe(200)
  })

  test('a lake that limits the rate is asked again only after its Retry-After', async () => {
    const {get, time, fail, queries} = cold()
    fail({status: 429, retryAfter: '120'})
    const response = await get()
    expect(response.headers.get('retry-after')).toBe('120')
    expect(await response.text()).toContain('Try again in 120 seconds')
    const before = queries() ?? 0
    fail()
    time.at += 119_999
    expect((await get()).status).toBe(503)
    expect(queries()).toBe(before)
    time.at += 1
    expect((await get()).status).toBe(200)
  })

  test('a visitor who comes after the pause waits a second for a read that hangs again', async () => {
    const {cache, time, timers, fire, fail, queries} = cacheWithTimers()
    fail('refuse')
    await expect(cache.current()).rejects.toThrow('connection refused')
    fail('hang')
    time.at += 5000
    const before = queries() ?? 0
    const waiting = cache.current()
    expect([...timers].map(({milliseconds}) => milliseconds)).toEqual([1000])
    fire()
    await expect(waiting).rejects.toThrow('connection refused')
    expect(queries()).toBe(before + 1)
  })

  test('an unreasonable Retry-After does not end the calendar for longer than five minutes', async () => {
    const {get, time, fail} = cold()
    fail({status: 503, retryAfter: '999999'})
    await get()
    fail()
    time.at += 300_000
    expect((await get()).status).toBe(200)
  })
})
