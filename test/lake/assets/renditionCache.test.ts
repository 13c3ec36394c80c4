import {expect, test} from 'vitest'
import {RenditionCache} from '../../../lake/assets/renditionCache.ts'

const rendition = (size: number) => ({bytes: new Uint8Array(size), contentType: 'image/png'})

/** Makes renditions and counts them. Waits for `until` before it returns one. */
function maker(size: number, until: Promise<void> = Promise.resolve()) {
  const stats = {count: 0, max: 0, now: 0}
  const make = async () => {
    stats.count++
    stats.max = Math.max(stats.max, ++stats.now)
    await until
    stats.now--
    return rendition(size)
  }
  return {stats, make}
}

test('a rendition is made once, for later requests and for requests at the same time', async () => {
  const cache = new RenditionCache({maxBytes: 100, concurrency: 2})
  const {stats, make} = maker(10)
  const results = await Promise.all([cache.get('a', make), cache.get('a', make)])
  results.push(await cache.get('a', make))
  expect(stats.count).toBe(1)
  expect(new Set(results).size).toBe(1)
})

test('the least recently used rendition is removed when the cache is full', async () => {
  const cache = new RenditionCache({maxBytes: 30, concurrency: 1})
  const {stats, make} = maker(10)
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.get(key, make)
  expect(stats.count).toBe(4)
  await cache.get('a', make)
  expect(stats.count).toBe(4)
  await cache.get('b', make)
  expect(stats.count).toBe(5)
})

test('a rendition larger than the cache is served but not cached', async () => {
  const cache = new RenditionCache({maxBytes: 30, concurrency: 1})
  const small = maker(10)
  const {make} = maker(50)
  await expect(cache.get('large', make)).resolves.toMatchObject({contentType: 'image/png'})
  await cache.get('small', small.make)
  await cache.get('small', small.make)
  expect(small.stats.count).toBe(1)
})

test('no more images are transformed at a time than the limit allows', async () => {
  const cache = new RenditionCache({maxBytes: 100, concurrency: 2})
  let release = () => {}
  const {stats, make} = maker(1, new Promise((resolve) => (release = resolve)))
  const requests = ['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key, make))
  await expect.poll(() => stats.now).toBe(2)
  release()
  await Promise.all(requests)
  expect(stats).toMatchObject({count: 5, max: 2})
})

test('a failed rendition is tried again', async () => {
  const cache = new RenditionCache({maxBytes: 100, concurrency: 1})
  await expect(cache.get('a', () => Promise.reject(new Error('damaged')))).rejects.toThrow(
    'damaged',
  )
  await expect(cache.get('a', maker(1).make)).resolves.toMatchObject({
    contentType: 'image/png',
  })
})
