import {expect, onTestFinished, describe, test} from 'vitest'
import {openEngine} from '../../lake/engine.ts'
import {openSharedResources} from '../../lake/sharedResources.ts'
import {defaultLimits} from '../../lake/limits.ts'
import {EventStreams} from '../../lake/events/eventStreams.ts'
import type {EventStream} from '../../lake/events/eventStreams.ts'
import {defaultStreamLimits, type StreamLimits} from '../../lake/events/streamLimits.ts'
import {TransactionFeed} from '../../lake/events/transactionFeed.ts'
import {OverloadFault} from '../../lake/faults.ts'
import {datasetApp} from '../../lake/http/datasetApp.ts'
import {visitorFrom} from '../../lake/http/visitor.ts'
import type {Transaction} from '../../lake/store/store.ts'
import {testNow} from '../support/clock/testNow.ts'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** A transaction that changes one document of the given size. */
function transaction(id: string, size: number): Transaction {
  const times = {_createdAt: '', _updatedAt: ''}
  const after = {_id: 'a', _type: 'x', _rev: id, ...times, text: 'x'.repeat(size)}
  return {id, author: 'me', timestamp: '', changes: [{documentId: 'a', after, mutations: []}]}
}

describe('the transactions that the feed keeps', () => {
  const limits = {...defaultStreamLimits, recentTransactions: 50, recentBytes: 10_000}

  test('are limited by their bytes, so that large documents do not fill the memory', () => {
    const feed = new TransactionFeed('start', limits)
    for (let n = 0; n < 40; n++) feed.publish(transaction(`t${n}`, 1_000))
    expect(feed.recentBytes).toBeLessThanOrEqual(10_000)
    expect(feed.recentBytes).toBeGreaterThan(8_000)
    expect(feed.since('t35')?.map(({id}) => id)).toEqual(['t36', 't37', 't38', 't39'])
    expect(feed.since('t10')).toBeUndefined()
    expect(feed.since('start')).toBeUndefined()
  })

  test('are limited by their number', () => {
    const feed = new TransactionFeed('start', limits)
    for (let n = 0; n < 50; n++) feed.publish(transaction(`t${n}`, 1))
    expect(feed.since('start')).toHaveLength(50)
    feed.publish(transaction('t50', 1))
    expect(feed.since('start')).toBeUndefined()
    expect(feed.since('t0')).toHaveLength(50)
  })

  test('do not include one that is too large, and a client that has seen it misses nothing', () => {
    const feed = new TransactionFeed('start', limits)
    feed.publish(transaction('before', 1_000))
    feed.publish(transaction('large', 20_000))
    expect(feed.recentBytes).toBe(0)
    expect(feed.cursor).toBe('large')
    expect(feed.since('before')).toBeUndefined()
    expect(feed.since('large')).toEqual([])
  })

  test('count what a deletion keeps', () => {
    const feed = new TransactionFeed('start', limits)
    const {changes} = transaction('t', 5_000)
    for (const id of ['t0', 't1', 't2']) {
      const deletions = changes.map(({documentId, after}) => ({
        documentId,
        ...(after && {before: {...after}}),
        mutations: [],
      }))
      feed.publish({id, author: 'me', timestamp: '', changes: deletions})
    }
    expect(feed.recentBytes).toBeLessThanOrEqual(10_000)
    expect(feed.since('t1')).toHaveLength(1)
  })
})

describe('a listener that does not read', () => {
  const limits = {listeners: 3, unreadBytes: 10_000, totalUnreadBytes: 25_000}
  /** Opens a stream. `send` sends so many bytes. */
  function open(streams: EventStreams) {
    const opened: EventStream[] = []
    let closed = false
    const response = streams.open((stream) => {
      opened.push(stream)
      return () => (closed = true)
    })
    return {
      response,
      isClosed: () => closed,
      send: (bytes: number | Uint8Array) =>
        opened[0]?.send(typeof bytes === 'number' ? Buffer.alloc(bytes, 'x') : bytes),
      end: () => opened[0]?.end(),
    }
  }

  test('is closed when too many bytes wait for it, and they are freed', async () => {
    const streams = new EventStreams(limits)
    const stalled = open(streams)
    for (let n = 0; n < 12; n++) {
      stalled.send(1_000)
      await nextTurn()
    }
    expect(stalled.isClosed()).toBe(true)
    expect(streams.unreadBytes).toBe(0)
    await expect(stalled.response.text()).rejects.toThrow('did not read')
    stalled.send(1_000)
    expect(streams.unreadBytes).toBe(0)
  })

  test('is not closed for one large transaction, which no client can read meanwhile', async () => {
    const streams = new EventStreams(limits)
    const reading = open(streams)
    await nextTurn()
    for (let n = 0; n < 20; n++) reading.send(1_000)
    reading.end()
    await expect(reading.response.text()).resolves.toHaveLength(20_003)
    expect(streams.unreadBytes).toBe(0)
  })

  test('counts until its client wants more, because what is on its way takes memory too', async () => {
    const streams = new EventStreams(limits)
    const {response, send} = open(streams)
    const reader = response.body?.getReader()
    await reader?.read()
    send(5_000)
    await reader?.read()
    expect(streams.unreadBytes).toBe(5_000)
    const next = reader?.read()
    await nextTurn()
    expect(streams.unreadBytes).toBe(0)
    await reader?.cancel()
    await next
  })

  test('is the first to be closed when too much waits for all of them', async () => {
    const streams = new EventStreams(limits)
    const [one, two, three] = [open(streams), open(streams), open(streams)]
    await nextTurn()
    one.send(9_000)
    two.send(9_900)
    three.send(9_000)
    expect([one, two, three].map(({isClosed}) => isClosed())).toEqual([false, true, false])
    expect(streams.unreadBytes).toBeLessThanOrEqual(25_000)
  })

  test('shares the bytes of an event with others, so they count once', async () => {
    const streams = new EventStreams(limits)
    const bytes = Buffer.alloc(9_000)
    const listeners = [open(streams), open(streams), open(streams)]
    for (const {send} of listeners) send(bytes)
    expect(streams.unreadBytes).toBe(9_003)
    for (const {response} of listeners) await response.body?.cancel()
    expect(streams.unreadBytes).toBe(0)
  })

  test('takes no place if it cannot be opened', () => {
    const streams = new EventStreams({...limits, listeners: 1})
    const fail = () => {
      throw new Error('not found')
    }
    expect(() => streams.open(fail)).toThrow('not found')
    expect(() => open(streams)).not.toThrow()
  })

  test('takes a place until it leaves, and the next one gets none', async () => {
    const streams = new EventStreams(limits)
    const [first] = [open(streams), open(streams), open(streams)]
    expect(() => open(streams)).toThrow(OverloadFault)
    await first?.response.body?.cancel()
    expect(() => open(streams)).not.toThrow()
  })
})

/** A lake without a server, and requests to it. */
function lakeWith(streams: Partial<StreamLimits>) {
  const name = {projectId: 'local', dataset: 'production'}
  const engine = openEngine({
    limits: defaultLimits,
    file: ':memory:',
    ...name,
    clock: {now: testNow},
    shared: openSharedResources(defaultLimits, streams),
  })
  onTestFinished(() => engine.close())
  const app = datasetApp(engine)
  const visitor = visitorFrom(null, [])
  const send = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`http://localhost/v1/data/${path}`, init), {visitor})
  return {
    engine,
    listen: (query = '') => send(`listen/production?query=*${query}`),
    live: () => send('live/events/production'),
    head: () => send('listen/production?query=*', {method: 'HEAD'}),
    edit: async (size: number) => {
      const mutations = [{createOrReplace: {_id: 'a', _type: 'x', text: 'x'.repeat(size)}}]
      const response = await send('mutate/production', {
        method: 'POST',
        body: JSON.stringify({mutations}),
      })
      expect(response.status).toBe(200)
      await nextTurn()
    },
  }
}

test('150 edits of a document, with four listeners that do not read, keep a bounded number of bytes', async () => {
  // A tenth of the defaults, and of the document of 0.39 MB with which the memory grew to 1 GB.
  const limits = {recentBytes: 3_200_000, unreadBytes: 400_000, totalUnreadBytes: 6_400_000}
  const lake = lakeWith(limits)
  const responses = await Promise.all(
    ['', '&includeResult=true', '&includePreviousRevision=true', '&effectFormat=mendoza'].map(
      lake.listen,
    ),
  )
  let largest = 0
  for (let n = 0; n < 150; n++) {
    await lake.edit(39_000)
    largest = Math.max(largest, lake.engine.streams.unreadBytes)
  }
  expect(lake.engine.feed.recentBytes).toBeLessThanOrEqual(limits.recentBytes)
  expect(largest).toBeGreaterThan(400_000)
  // Four times the limit, and one event for each.
  expect(largest).toBeLessThan(4 * (limits.unreadBytes + 130_000))
  expect(lake.engine.streams.unreadBytes).toBe(0)
  for (const response of responses) await expect(response.text()).rejects.toThrow('did not read')
})

test('listeners with the same options share the bytes of their events', async () => {
  const lake = lakeWith({})
  const responses = await Promise.all([lake.listen(), lake.listen(), lake.live(), lake.live()])
  await lake.edit(10_000)
  // One mutation event with the document, and one live event.
  expect(lake.engine.streams.unreadBytes).toBeGreaterThan(10_000)
  expect(lake.engine.streams.unreadBytes).toBeLessThan(12_000)
  for (const response of responses) await response.body?.cancel()
  expect(lake.engine.streams.unreadBytes).toBe(0)
})

test('a HEAD request does not take the place of a listener', async () => {
  const lake = lakeWith({listeners: 1})
  for (let n = 0; n < 3; n++) expect((await lake.head()).status).toBe(200)
  expect((await lake.listen()).status).toBe(200)
})

test('a listener too many gets 503 and when to try again, and writes go on', async () => {
  const lake = lakeWith({listeners: 2})
  await Promise.all([lake.listen(), lake.live()])
  for (const refused of [await lake.listen(), await lake.live()]) {
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('30')
    await expect(refused.json()).resolves.toMatchObject({
      statusCode: 503,
      error: 'Service Unavailable',
      message: expect.stringContaining('2 open listeners'),
    })
  }
  await lake.edit(10)
})
