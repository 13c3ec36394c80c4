import {beforeAll, beforeEach, expect, test} from 'vitest'

import {
  representationCache,
  type RepresentationCache,
} from '../../../../loaders/adapters/http/representationCache.ts'
import {readSnapshot, type CalendarSnapshot} from '../../../../loaders/feeds/readSnapshot.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
let snapshot: CalendarSnapshot
let answers: RepresentationCache
let written: string[]

beforeAll(async () => {
  snapshot = await readSnapshot(sampleLoader(), {now: '2024-03-20T10:00:00Z'})
})

beforeEach(() => {
  answers = representationCache({siteUrl})
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
const ask = (path: string, of = snapshot) => answers.of(of, representation, new URL(path, siteUrl))

test('what pages add to get past a cache makes no answer of its own', async () => {
  await ask('/events.json?_=1')
  await ask('/events.json?utm_source=mail&_=2')
  await ask('/events.json')
  expect(written).toEqual([`${siteUrl}/events.json`])
})

test('the order of filters makes no difference, their values do', async () => {
  await ask('/events.json?topic=ai&region=emea')
  await ask('/events.json?region=emea&topic=ai')
  await ask('/events.json?region=emea&topic=law')
  expect(written).toHaveLength(2)
})

test('a programme that was read anew is written anew', async () => {
  await ask('/events.json')
  await ask('/events.json', {...snapshot})
  expect(written).toHaveLength(2)
})

test('an answer that could not be made is tried again', async () => {
  await expect(ask('/fails')).rejects.toThrow('not now')
  await expect(ask('/fails')).rejects.toThrow('not now')
  expect(written).toHaveLength(2)
})

test('visitors choose the filters, so what is kept has a bound', async () => {
  for (let index = 0; index <= 500; index += 1) await ask(`/events.json?topic=${index}`)
  await ask('/events.json?topic=500')
  expect(written).toHaveLength(501)
  await ask('/events.json?topic=0')
  expect(written).toHaveLength(502)
})
