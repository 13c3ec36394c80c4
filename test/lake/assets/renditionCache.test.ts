import {expect, test} from 'vitest'
import {type Rendition, RenditionCache} from '../../../lake/assets/renditionCache.ts'

/** A client that stays. */
const client = new AbortController().signal

const rendition = (size: number) => ({bytes: new Uint8Array(size), contentType: 'image/png'})

/** Makes renditions and counts them. Waits for `until` before it returns one. */
function maker(size: number, until: Promise<void> = Promise.resolve()) {
  const stats = {count: 0}
  const make = async () => {
    stats.count++
    await until
    return rendition(size)
  }
  return {stats, make}
}

test('a rendition is made once, for later requests and for requests at the same time', async () => {
  const cache = new RenditionCache(100)
  const {stats, make} = maker(10)
  const results = await Promise.all([cache.get('a', client, make), cache.get('a', client, make)])
  results.push(await cache.get('a', client, make))
  expect(stats.count).toBe(1)
  expect(new Set(results).size).toBe(1)
})

test('the least recently used rendition is removed when the cache is full', async () => {
  const cache = new RenditionCache(30)
  const {stats, make} = maker(10)
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.get(key, client, make)
  expect(stats.count).toBe(4)
  await cache.get('a', client, make)
  expect(stats.count).toBe(4)
  await cache.get('b', client, make)
  expect(stats.count).toBe(5)
})

test('a rendition larger than the cache is served but not cached', async () => {
  const cache = new RenditionCache(30)
  const small = maker(10)
  const {make} = maker(50)
  await expect(cache.get('large', client, make)).resolves.toMatchObject({contentType: 'image/png'})
  await cache.get('small', client, small.make)
  await cache.get('small', client, small.make)
  expect(small.stats.count).toBe(1)
})

test('a client that leaves does not stop the transformation for the others', async () => {
  const cache = new RenditionCache(100)
  let release = () => {}
  const {stats, make} = maker(1, new Promise((resolve) => (release = resolve)))
  const leaving = new AbortController()
  const left = cache.get('a', leaving.signal, make)
  const other = cache.get('a', client, make)
  leaving.abort()
  await expect(left).rejects.toMatchObject({code: 'cancelled'})
  release()
  await expect(other).resolves.toMatchObject({contentType: 'image/png'})
  expect(stats.count).toBe(1)
})

test('a transformation is stopped when all of its clients have left, and made again for the next one', async () => {
  const cache = new RenditionCache(100)
  const signals: AbortSignal[] = []
  const endless = (signal: AbortSignal) => {
    signals.push(signal)
    return Promise.withResolvers<Rendition>().promise
  }
  const clients = [new AbortController(), new AbortController()]
  const requests = clients.map(({signal}) => cache.get('a', signal, endless))
  clients[0]?.abort()
  expect(signals.map(({aborted}) => aborted)).toEqual([false])
  clients[1]?.abort()
  expect(signals.map(({aborted}) => aborted)).toEqual([true])
  const results = await Promise.allSettled(requests)
  expect(results.map(({status}) => status)).toEqual(['rejected', 'rejected'])
  await expect(cache.get('a', client, maker(1).make)).resolves.toBeDefined()
})

test('a failed rendition is tried again', async () => {
  const cache = new RenditionCache(100)
  await expect(cache.get('a', client, () => Promise.reject(new Error('damaged')))).rejects.toThrow(
    'damaged',
  )
  await expect(cache.get('a', client, maker(1).make)).resolves.toMatchObject({
    contentType: 'image/png',
  })
})
