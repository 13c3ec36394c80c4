import {gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'

import {packer} from '../../../../loaders/adapters/http/pack.ts'

const json = 'application/json'
const long = (word: string) => `${word} `.repeat(1000)

test('the same text is compressed once, because a new snapshot often has the same content', async () => {
  const pack = packer()
  const first = await pack(long('same'), json)
  await pack(long('other'), json)
  expect(await pack(long('same'), json)).toBe(first)
  expect(gunzipSync(first.gzip ?? '').toString()).toBe(long('same'))
})

test('the same bytes with another type are another body', async () => {
  const pack = packer()
  await pack(long('same'), json)
  expect((await pack(long('same'), 'text/calendar')).contentType).toBe('text/calendar')
})

test('a short text is not compressed, because it would fill the same packet', async () => {
  expect((await packer()('short', json)).gzip).toBeUndefined()
})

test('the cache has a limit, and keeps the bodies that were used last', async () => {
  const pack = packer()
  const often = await pack(long('often'), json)
  const once = await pack(long('once'), json)
  for (let index = 0; index < 100; index += 1) {
    await pack(`text ${index}`, json)
    await pack(long('often'), json)
  }
  expect(await pack(long('often'), json)).toBe(often)
  expect(await pack(long('once'), json)).not.toBe(once)
})
