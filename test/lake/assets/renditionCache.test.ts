import {expect, test} from 'vitest'
import {RenditionCache} from '../../../lake/assets/renditionCache.ts'

const rendition = (size: number) => ({bytes: new Uint8Array(size), contentType: 'image/png'})

/** Counts what it makes, and can be held up. */
function maker(size: number, until: Promise<void> = Promise.resolve()) {
  const made = {count: 0, most: 0, now: 0}
  const make = async () => {
    made.count++
    made.most = Math.max(made.most, ++made.now)
    await until
    made.now--
    return rendition(size)
  }
  return {made, make}
}

test('what was made is not made again, neither later nor by those who ask at the same time', async () => {
  const renditions = new RenditionCache({maxBytes: 100, concurrency: 2})
  const {made, make} = maker(10)
  const answers = await Promise.all([renditions.get('a', make), renditions.get('a', make)])
  answers.push(await renditions.get('a', make))
  expect(made.count).toBe(1)
  expect(new Set(answers).size).toBe(1)
})

test('what was not used for longest goes when there is no more room', async () => {
  const renditions = new RenditionCache({maxBytes: 30, concurrency: 1})
  const {made, make} = maker(10)
  for (const key of ['a', 'b', 'c', 'a', 'd']) await renditions.get(key, make)
  expect(made.count).toBe(4)
  await renditions.get('a', make)
  expect(made.count).toBe(4)
  await renditions.get('b', make)
  expect(made.count).toBe(5)
})

test('one that is larger than all the room is served and not kept', async () => {
  const renditions = new RenditionCache({maxBytes: 30, concurrency: 1})
  const small = maker(10)
  const {make} = maker(50)
  await expect(renditions.get('large', make)).resolves.toMatchObject({contentType: 'image/png'})
  await renditions.get('small', small.make)
  await renditions.get('small', small.make)
  expect(small.made.count).toBe(1)
})

test('no more are worked on at a time than allowed', async () => {
  const renditions = new RenditionCache({maxBytes: 100, concurrency: 2})
  let release = () => {}
  const {made, make} = maker(1, new Promise((resolve) => (release = resolve)))
  const asked = ['a', 'b', 'c', 'd', 'e'].map((key) => renditions.get(key, make))
  await expect.poll(() => made.now).toBe(2)
  release()
  await Promise.all(asked)
  expect(made).toMatchObject({count: 5, most: 2})
})

test('one that failed is tried again', async () => {
  const renditions = new RenditionCache({maxBytes: 100, concurrency: 1})
  await expect(renditions.get('a', () => Promise.reject(new Error('damaged')))).rejects.toThrow(
    'damaged',
  )
  await expect(renditions.get('a', maker(1).make)).resolves.toMatchObject({
    contentType: 'image/png',
  })
})
