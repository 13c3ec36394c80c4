import {beforeAll, beforeEach, expect, test} from 'vitest'

import {
  representationCache,
  type RepresentationCache,
} from '../../../../loaders/adapters/http/representationCache.ts'
import {readSnapshot, type CalendarSnapshot} from '../../../../loaders/feeds/readSnapshot.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
let snapshot: CalendarSnapshot
let cache: RepresentationCache
let written: string[]

beforeAll(async () => {
  snapshot = await readSnapshot(sampleLoader(), {now: '2024-03-20T10:00:00Z'})
})

beforeEach(() => {
  cache = representationCache({siteUrl})
  written = []
})

const representation = {
  contentType: 'text/plain',
  write: ({url}: {url: string}) => {
    written.push(url)
    if (url.includes('fails')) throw new Error('not now')
    return url
  },
}
const read = (path: string, of = snapshot) => cache.get(of, representation, new URL(path, siteUrl))

test('a parameter that bypasses caches does not create another entry', async () => {
  await read('/events.json?_=1')
  await read('/events.json?utm_source=mail&_=2')
  await read('/events.json')
  expect(written).toEqual([`${siteUrl}/events.json`])
})

test('the order of filters makes no difference, but their values do', async () => {
  await read('/events.json?topic=ai&region=emea')
  await read('/events.json?region=emea&topic=ai')
  await read('/events.json?region=emea&topic=law')
  expect(written).toHaveLength(2)
})

test('a new snapshot is written again', async () => {
  await read('/events.json')
  await read('/events.json', {...snapshot})
  expect(written).toHaveLength(2)
})

test('a failed representation is tried again', async () => {
  await expect(read('/fails')).rejects.toThrow('not now')
  await expect(read('/fails')).rejects.toThrow('not now')
  expect(written).toHaveLength(2)
})

test('the cache has a limit, because visitors choose the filters', async () => {
  for (let index = 0; index <= 500; index += 1) await read(`/events.json?topic=${index}`)
  await read('/events.json?topic=500')
  expect(written).toHaveLength(501)
  await read('/events.json?topic=0')
  expect(written).toHaveLength(502)
})
