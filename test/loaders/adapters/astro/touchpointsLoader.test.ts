import type {Loader as AstroLoader} from 'astro/loaders'
import {expect, test} from 'vitest'

import {touchpointsLiveLoader, touchpointsLoader} from '../../../../loaders/adapters/astro/index.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

/** The parts of Astro's store and context that a loader uses. Records what is written. */
function astro() {
  const entries = new Map<string, {id: string; data: Record<string, unknown>; digest?: string}>()
  const written: string[] = []
  const warnings: string[] = []
  const context = {
    store: {
      set(entry: {id: string; data: Record<string, unknown>; digest?: string}) {
        if (entries.get(entry.id)?.digest === entry.digest) return false
        entries.set(entry.id, entry)
        written.push(entry.id)
        return true
      },
      delete: (id: string) => void entries.delete(id),
      keys: () => [...entries.keys()],
    },
    generateDigest: (data: unknown) => JSON.stringify(data),
    logger: {warn: (message: string) => warnings.push(message)},
  }
  return {context, entries, written, warnings}
}

function load(loader: AstroLoader, context: object): Promise<void> {
  return Reflect.apply(loader.load, loader, [context])
}

test('each touchpoint is an entry with its slug as id', async () => {
  const {context, entries} = astro()
  await load(touchpointsLoader({loader: sampleLoader(), collection: 'touchpoints'}), context)
  expect(entries.size).toBeGreaterThan(20)
  expect(entries.get('2024-03-28-security-management')?.data).toMatchObject({
    schedule: {start: '2024-03-28T13:00:00Z'},
  })
})

test('a second build writes only changed entries, and deletes missing ones', async () => {
  const {context, entries, written} = astro()
  await load(touchpointsLoader({loader: sampleLoader(), collection: 'guests'}), context)
  const [first = ''] = entries.keys()
  entries.set('left-the-community', {id: 'left-the-community', data: {}})
  const guest = entries.get(first)?.data
  written.length = 0
  const renamed = {
    _id: String(guest?.['_id']),
    _type: 'guest',
    name: 'Another Name',
    slug: {current: first},
  }
  const loader = sampleLoader({documents: [renamed]})
  await load(touchpointsLoader({loader, collection: 'guests'}), context)
  expect(written).toEqual([first])
  expect(entries.has('left-the-community')).toBe(false)
})

test('a broken document is logged and does not fail the build', async () => {
  const {context, entries, warnings} = astro()
  const broken = {_id: 'guest-broken', _type: 'guest', slug: {current: 'broken'}}
  const loader = sampleLoader({documents: [broken]})
  await load(touchpointsLoader({loader, collection: 'guests'}), context)
  expect(warnings.join()).toContain('guest-broken')
  expect(entries.has('broken')).toBe(false)
  expect(entries.size).toBeGreaterThan(10)
})

test('a live entry is found by its slug, and has the tags of its content', async () => {
  const live = touchpointsLiveLoader({loader: sampleLoader(), collection: 'series'})
  const entry = await live.loadEntry({collection: 'series', filter: {id: 'thursday-touchpoints'}})
  expect(entry).toMatchObject({
    id: 'thursday-touchpoints',
    data: {title: 'Thursday touchpoints'},
    cacheHint: {tags: ['s1:memory']},
  })
  expect(await live.loadEntry({collection: 'series', filter: {id: 'none'}})).toBeUndefined()
})

test('an unreachable Content Lake is an error for the page, not a crash', async () => {
  const loader = {...sampleLoader(), series: () => Promise.reject(new Error('no answer'))}
  const live = touchpointsLiveLoader({loader, collection: 'series'})
  expect(await live.loadCollection({collection: 'series'})).toEqual({error: new Error('no answer')})
})
