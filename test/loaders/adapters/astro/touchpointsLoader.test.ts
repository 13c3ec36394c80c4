import type {Loader as AstroLoader} from 'astro/loaders'
import {expect, expectTypeOf, test} from 'vitest'
import * as z from 'zod'

import {
  touchpointsLiveLoader,
  touchpointsLoader,
  type EntryOf,
} from '../../../../loaders/adapters/astro/index.ts'
import {defineExtension} from '../../../../loaders/extension/index.ts'
import {createLoader, type Guest} from '../../../../loaders/index.ts'
import {memoryClient} from '../../../support/memoryClient.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const venueView = z.object({_id: z.string(), _type: z.literal('venue'), name: z.string()})
const extension = defineExtension({
  fields: {
    touchpoint: {
      fields: [{name: 'level', type: 'string'}],
      view: z.object({level: z.enum(['beginner', 'advanced']).nullable()}),
    },
  },
})
const updated = '2026-01-01T00:00:00Z'
const series = {
  _id: 'series-talks',
  _type: 'series',
  title: 'Talks',
  slug: {current: 'talks'},
  meets: 'scheduled',
  lifecycle: 'active',
  audience: 'everyone',
}
const session = {
  _id: 'first',
  _type: 'touchpoint',
  title: 'First talk',
  slug: {current: 'first'},
  series: {_type: 'reference', _ref: 'series-talks'},
  schedule: {start: '2026-03-10T18:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'planned',
  audience: 'everyone',
  level: 'beginner',
}

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

test('an added document type is a collection with the type of its view', async () => {
  const {context, entries} = astro()
  const documents = ['Library', 'Attic'].map((name) => ({
    _id: `venue-${name}`,
    _type: 'venue',
    name,
  }))
  const loader = sampleLoader({documents})
  const venues = touchpointsLoader({loader, view: venueView, order: 'name asc'})
  expectTypeOf<EntryOf<{venues: {loader: typeof venues}}, 'view:venue'>>().toEqualTypeOf<
    z.output<typeof venueView>
  >()
  await load(venues, context)
  expect([...entries.keys()]).toEqual(['venue-Attic', 'venue-Library'])
})

test('added fields are in the entries and in their types, although no text can name them', async () => {
  const {context, entries} = astro()
  const client = memoryClient([
    {...series, _updatedAt: updated},
    {...session, _updatedAt: updated},
  ])
  const loader = createLoader({client, extension})
  const own = touchpointsLoader({loader, collection: 'touchpoints'})
  const others = touchpointsLoader({loader, collection: 'guests'})
  type Config = {sessions: {loader: typeof own} | {loader?: never}; people: {loader: typeof others}}
  type Entry = EntryOf<Config, 'collection:touchpoints'>
  expectTypeOf<Entry['level']>().toEqualTypeOf<'beginner' | 'advanced' | null>()
  expectTypeOf<EntryOf<Config, 'collection:guests'>>().toEqualTypeOf<Guest>()
  await load(own, context)
  expect(entries.get('first')?.data).toMatchObject({level: 'beginner'})
})

test('a configuration that the compiler does not read leaves the types of the package', () => {
  expectTypeOf<EntryOf<unknown, 'collection:guests'>>().toEqualTypeOf<Guest>()
  expectTypeOf<EntryOf<unknown, 'view:venue'>>().toEqualTypeOf<Record<string, unknown>>()
})

test('the types that Astro writes name the collection of the loader', async () => {
  const loader = touchpointsLoader({loader: sampleLoader(), view: venueView, name: 'short'})
  const created: unknown = await Reflect.apply(Reflect.get(loader, 'createSchema'), loader, [])
  expect(created).toMatchObject({
    schema: venueView,
    types: expect.stringContaining(`EntryOf<ContentConfig['collections'], 'view:short'>`),
  })
})

test('a collection that does not exist is refused when the configuration is read', () => {
  const options = {loader: sampleLoader(), collection: 'touchpoint'}
  for (const create of [touchpointsLoader, touchpointsLiveLoader]) {
    expect(() => Reflect.apply(create, undefined, [options])).toThrow(
      'There is no collection "touchpoint". Use one of touchpoints, series,',
    )
    expect(() =>
      Reflect.apply(create, undefined, [
        {loader: sampleLoader(), view: z.object({_id: z.string()})},
      ]),
    ).toThrow("Add _type: z.literal('venue') to the view.")
  }
})
