import {expect, expectTypeOf, test, vi} from 'vitest'
import * as z from 'zod'

import {touchpointsLiveLoader} from '../../../../loaders/adapters/astro/index.ts'
import type {QueryClient} from '../../../../loaders/index.ts'
import {recordingLogger} from '../../../support/recordingLogger.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const venueView = z.object({_id: z.string(), _type: z.literal('venue'), name: z.string()})
const venues = ['Attic', 'Library'].map((name) => ({_id: `venue-${name}`, _type: 'venue', name}))

/** A loader that counts the documents of each result. */
function countingLoader() {
  const counts: number[] = []
  const wrap = (client: QueryClient): QueryClient => ({
    ...client,
    fetch: async (...request) => {
      const answer = await client.fetch(...request)
      const items: unknown = Reflect.get(Object(answer.result), 'items')
      counts.push(Array.isArray(items) ? items.length : -1)
      return answer
    },
  })
  return {loader: sampleLoader({wrap, documents: venues}), counts}
}

test('a live entry is found by its slug, and has the tags of its content', async () => {
  const live = touchpointsLiveLoader({loader: sampleLoader(), collection: 'series'})
  const entry = await live.loadEntry({collection: 'series', filter: {id: 'thursday-touchpoints'}})
  expect(entry).toMatchObject({
    id: 'thursday-touchpoints',
    data: {title: 'Thursday touchpoints'},
    cacheHint: {tags: ['s1:memory'], lastModified: new Date('2024-01-01T00:00:00Z')},
  })
  expect(await live.loadEntry({collection: 'series', filter: {id: 'none'}})).toBeUndefined()
})

test('a live entry is read alone, because a page would otherwise wait for the collection', async () => {
  const {loader, counts} = countingLoader()
  const live = touchpointsLiveLoader({loader, collection: 'touchpoints'})
  const bySlug = await live.loadEntry({
    collection: 'touchpoints',
    filter: {id: '2024-03-28-security-management'},
  })
  const byDocument = await live.loadEntry({
    collection: 'touchpoints',
    filter: {id: 'touchpoint-2024-03-28'},
  })
  expect(bySlug).toMatchObject({id: '2024-03-28-security-management'})
  expect(byDocument).toEqual(bySlug)
  expect(counts).toEqual([1, 1])
})

test('a live collection accepts the filter of its method, and has its type', async () => {
  const live = touchpointsLiveLoader({loader: sampleLoader(), collection: 'touchpoints'})
  type Filter = Parameters<typeof live.loadCollection>[0]['filter']
  expectTypeOf<{serie: string}>().not.toExtend<Filter>()
  const result = await live.loadCollection({
    collection: 'touchpoints',
    filter: {series: 'thursday-touchpoints', limit: 2},
  })
  expect('error' in result ? [] : result.entries.map(({data}) => data.series.slug)).toEqual([
    'thursday-touchpoints',
    'thursday-touchpoints',
  ])
})

test('a live collection has every entry, because the limit of the method is for pages', async () => {
  const live = touchpointsLiveLoader({loader: sampleLoader(), collection: 'touchpoints'})
  const all = await sampleLoader().touchpoints({limit: 10_000})
  const result = await live.loadCollection({collection: 'touchpoints'})
  expect('error' in result ? 0 : result.entries.length).toBe(all.total)
})

test('a collection of an added document type has the type of its view, and the document id as id', async () => {
  const {loader} = countingLoader()
  const live = touchpointsLiveLoader({loader, view: venueView, order: 'name desc'})
  const entry = await live.loadEntry({collection: 'venues', filter: {id: 'venue-Attic'}})
  expect(entry).toMatchObject({id: 'venue-Attic', data: {name: 'Attic'}})
  const {entries} = {entries: [], ...(await live.loadCollection({collection: 'venues'}))}
  expect(entries.map(({data}) => data.name)).toEqual(['Library', 'Attic'])
  const filter = {filter: 'name == $name', params: {name: 'Attic'}}
  const some = {entries: [], ...(await live.loadCollection({collection: 'venues', filter}))}
  expect(some.entries.map(({id}) => id)).toEqual(['venue-Attic'])
})

test('an unreachable Content Lake is an error for the page, not a crash', async () => {
  const refused = () => Promise.reject(new Error('no answer'))
  const loader = {...sampleLoader(), series: refused, read: refused}
  const live = touchpointsLiveLoader({loader, collection: 'series'})
  const error = new Error('no answer')
  expect(await live.loadCollection({collection: 'series'})).toEqual({error})
  expect(await live.loadEntry({collection: 'series', filter: {id: 'any'}})).toEqual({error})
})

const nameless = {_id: 'venue-Nameless', _type: 'venue'}

test('problems go to the logger once a minute, because a result of Astro has no place for them', async () => {
  const {logger, messages} = recordingLogger()
  const loader = sampleLoader({documents: [...venues, nameless]})
  const live = touchpointsLiveLoader({loader, view: venueView, logger})
  const {entries} = {entries: [], ...(await live.loadCollection({collection: 'venues'}))}
  expect(entries).toHaveLength(2)
  await live.loadCollection({collection: 'venues'})
  expect(messages).toEqual([expect.stringContaining('venue venue-Nameless')])
})

test('an entry that is left out is logged, because its page is a 404 without a reason', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const loader = sampleLoader({documents: [nameless]})
  const live = touchpointsLiveLoader({loader, view: venueView})
  const filter = {id: 'venue-Nameless'}
  expect(await live.loadEntry({collection: 'venues', filter})).toBeUndefined()
  expect(warned.mock.calls.join()).toContain('venue venue-Nameless')
  warned.mockRestore()
})
