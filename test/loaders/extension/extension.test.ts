import {describe, expect, expectTypeOf, test} from 'vitest'
import * as classic from 'zod'
import * as mini from 'zod/mini'

import {defineExtension, type ExtendedDocument, field} from '../../../loaders/extension/index.ts'
import {createLoader, touchpointView, type Loader, type Touchpoint} from '../../../loaders/index.ts'
import {edit} from '../../../loaders/preview/edit.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {group, now, window} from '../smallCommunity.ts'

const reference = (id: string) => ({_type: 'reference', _ref: id})
const committee = group('committee', 'Committee', {
  charter: 'We decide.',
  level: 'not an added field of groups',
})
const venues = [
  {_id: 'venue-library', _type: 'venue', name: 'Library', address: 'Main street 1', capacity: 40},
  {_id: 'venue-attic', _type: 'venue', name: 'Attic', address: 'Main street 2'},
]
const series = {
  _id: 'series-talks',
  _type: 'series',
  _updatedAt: now,
  title: 'Talks',
  slug: {current: 'talks'},
  group: reference('group-committee'),
  meets: 'scheduled',
  lifecycle: 'active',
  audience: 'everyone',
  season: 'Winter',
}
const session = {
  _id: 'first',
  _type: 'touchpoint',
  _updatedAt: now,
  title: 'First talk',
  slug: {current: 'first'},
  series: reference('series-talks'),
  schedule: {start: '2026-03-10T18:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'planned',
  audience: 'everyone',
  level: 'beginner',
  venue: reference('venue-library'),
}
const documents = [
  {...committee, _updatedAt: now},
  ...venues.map((venue) => ({...venue, _updatedAt: now})),
  series,
  session,
]

const venueView = classic.object({
  _id: classic.string(),
  _type: classic.literal('venue'),
  name: classic.string(),
  address: classic.string(),
  capacity: classic.number().nullable(),
})

const extension = defineExtension({
  fields: {
    touchpoint: {
      fields: [
        {name: 'level', type: 'string', options: {list: ['beginner', 'advanced']}},
        {name: 'venue', type: 'reference', to: [{type: 'venue'}]},
      ],
      view: classic.object({
        level: classic.enum(['beginner', 'advanced']).nullable(),
        venue: field({follow: true}, venueView.nullable()),
      }),
      publish: ({venue, level, title}) => ({
        extra: {level, title},
        ...(venue && {location: `${venue.name}, ${venue.address}`}),
      }),
    },
    series: {
      fields: [{name: 'season', type: 'string'}],
      view: mini.object({season: mini.nullable(mini.string())}),
    },
  },
  documents: {
    venue: {
      type: {
        name: 'venue',
        type: 'document',
        fields: [
          {name: 'name', type: 'string'},
          {name: 'address', type: 'string'},
          {name: 'capacity', type: 'number'},
        ],
      },
      view: venueView,
      order: 'name asc',
    },
  },
})

const loaderWith = (added: readonly object[] = []) =>
  createLoader({client: memoryClient([...documents, ...added]), now, extension})

describe('an added field', () => {
  test('is in the data and in its type, with the document that it refers to', async () => {
    const {data, problems} = await loaderWith().touchpoints()
    expect(problems).toEqual([])
    const [first] = data
    expectTypeOf(first?.venue?.capacity).toEqualTypeOf<number | null | undefined>()
    expectTypeOf(first?.level).toEqualTypeOf<'beginner' | 'advanced' | null | undefined>()
    expect(first).toMatchObject({
      title: 'First talk',
      level: 'beginner',
      venue: {name: 'Library', capacity: 40},
    })
  })

  test('is in each complete document at every depth', async () => {
    const {data} = await loaderWith().meetingsPage({window})
    const [first] = data.upcoming
    expectTypeOf(first?.series.season).toEqualTypeOf<string | null | undefined>()
    expect(first?.series.season).toBe('Winter')
    expect(data.series[0]?.season).toBe('Winter')
    expect(data.series[0]?.next?.level).toBe('beginner')
    expect(data.window.touchpoints[0]?.venue?.address).toBe('Main street 1')
  })

  test('is in no document of another type, and in no loader without the extension', async () => {
    const {data} = await loaderWith().workingGroups()
    expect(data[0]).not.toHaveProperty('level')
    const plain = createLoader({client: memoryClient(documents), now})
    expectTypeOf((await plain.touchpoints()).data).toEqualTypeOf<Touchpoint[]>()
    expect((await plain.touchpoints()).data[0]).not.toHaveProperty('level')
  })

  test('is reported like any other when it is wrong', async () => {
    const other = {...session, _id: 'second', slug: {current: 'second'}, level: 'expert'}
    const {data, problems} = await loaderWith([other]).touchpoints()
    expect(data.map(({slug}) => slug)).toEqual(['first'])
    expect(problems).toMatchObject([{documentId: 'second', path: 'level'}])
  })

  test('of a reference to nothing is null, or what the view makes of null', async () => {
    const other = {...session, _id: 'second', venue: reference('venue-absent')}
    const {data, problems} = await loaderWith([other]).touchpoints()
    expect(problems).toEqual([])
    expect(data.find(({_id}) => _id === 'second')?.venue).toBeNull()
  })

  test('opens its own document in a preview', async () => {
    const client = memoryClient(documents)
    const loader = createLoader({client, now, extension, studioUrl: 'http://localhost:3333'})
    const [first] = (await loader.preview({token: 'token'}).touchpoints()).data
    expect(first && edit(first, 'level')).toContain('id=first;type=touchpoint;path=level')
    expect(first?.venue && edit(first.venue, 'name')).toContain(
      'id=venue-library;type=venue;path=name',
    )
  })

  test('has a placeholder in a preview while it is missing', async () => {
    const unfinished = {_id: 'drafts.v', _type: 'venue', name: 'Hall'}
    const other = {...session, _id: 'second', venue: reference('drafts.v')}
    const client = memoryClient([...documents, unfinished, other])
    const loader = createLoader({client, now, extension}).preview({token: 'token'})
    const {data, problems} = await loader.touchpoints()
    expect(data).toHaveLength(2)
    expect(problems.map(({message}) => message).join()).toContain('address')
  })
})

test('a document with added fields has a name', async () => {
  type Session = ExtendedDocument<typeof extension, 'touchpoint'>
  const {data} = await loaderWith().touchpoints()
  expectTypeOf(data).toEqualTypeOf<Session[]>()
  const placeOf = ({venue, series}: Session) => [venue?.name, series.season]
  expect(data.map(placeOf)).toEqual([['Library', 'Winter']])
})

test('a loader with an extension is a loader', () => {
  expectTypeOf(loaderWith()).toExtend<Loader>()
})

describe('loader.read', () => {
  test('returns the documents of an added type', async () => {
    const {data, total, problems} = await loaderWith().read(venueView, {
      filter: 'capacity >= $people',
      params: {people: 20},
      order: 'name asc',
    })
    expectTypeOf(data).toEqualTypeOf<classic.output<typeof venueView>[]>()
    expect(data).toEqual([
      {
        _id: 'venue-library',
        _type: 'venue',
        name: 'Library',
        address: 'Main street 1',
        capacity: 40,
      },
    ])
    expect([total, problems]).toEqual([1, []])
  })

  test('counts all of them and returns a range', async () => {
    const {data, total} = await loaderWith().read(venueView, {order: 'name asc', limit: 1})
    expect([data.map(({name}) => name), total]).toEqual([['Attic'], 2])
    const rest = await loaderWith().read(venueView, {order: 'name asc', offset: 1})
    expect(rest.data.map(({name}) => name)).toEqual(['Library'])
  })

  test('reads a selection of fields, with references, computed and transformed values', async () => {
    const view = classic.object({
      title: classic.string().transform((text) => text.toUpperCase()),
      at: field({path: 'schedule.start'}, classic.coerce.date()),
      place: field({path: 'venue', follow: true}, classic.object({name: classic.string()})),
      hasVenue: field({computed: 'defined(venue)'}, classic.boolean()),
    })
    const {data, problems} = await loaderWith().read(view, {type: 'touchpoint'})
    expect(problems).toEqual([])
    expect(data).toEqual([
      {
        title: 'FIRST TALK',
        at: new Date('2026-03-10T18:00:00Z'),
        place: {name: 'Library'},
        hasVenue: true,
      },
    ])
  })

  test('reads a view of the package as it is, without added fields', async () => {
    const {data} = await loaderWith().read(touchpointView)
    expect(data[0]).not.toHaveProperty('level')
  })

  test('reports what is left out, by its document', async () => {
    const broken = {_id: 'venue-broken', _type: 'venue', name: 'Nowhere'}
    const view = classic.object({_type: classic.literal('venue'), address: classic.string()})
    const {data, problems} = await loaderWith([broken]).read(view)
    expect(data).toHaveLength(2)
    expect(problems).toMatchObject([{documentId: 'venue-broken', path: 'address'}])
  })

  test.each([
    ['no type', () => loaderWith().read(classic.object({name: classic.string()}))],
    [
      'a strict object, which would refuse the id of each document',
      () =>
        loaderWith().read(
          classic.object({
            _type: classic.literal('touchpoint'),
            venue: field({follow: true}, classic.strictObject({name: classic.string()}).nullable()),
          }),
        ),
    ],
    [
      'a path to another document, which could be for members',
      () =>
        loaderWith().read(
          classic.object({
            _type: classic.literal('touchpoint'),
            join: field({path: 'series->defaultLinks'}, classic.unknown()),
          }),
        ),
    ],
    [
      'an optional value, because an absent one is null',
      () => loaderWith().read(venueView.extend({note: classic.string().optional()})),
    ],
    [
      'a default, which never applies',
      () => loaderWith().read(venueView.extend({note: classic.string().default('none')})),
    ],
    ['no filter in it', () => loaderWith().read(venueView, {filter: ' '})],
    ['a bracket without its other half', () => loaderWith().read(venueView, {filter: 'count(a'})],
    ['a filter that ends the query', () => loaderWith().read(venueView, {filter: 'true)] | (['})],
    ['a text without its end', () => loaderWith().read(venueView, {filter: 'name == "a'})],
    ['a comment in the order', () => loaderWith().read(venueView, {order: 'name // asc'})],
    [
      'two types in one view',
      () => loaderWith().read(classic.object({_type: classic.literal(['venue', 'guest'])})),
    ],
    ['a type that the view refuses', () => loaderWith().read(venueView, {type: 'guest'})],
    ['a parameter with its $', () => loaderWith().read(venueView, {params: {$people: 1}})],
    // @ts-expect-error GROQ has no undefined.
    ['a parameter without a value', () => loaderWith().read(venueView, {params: {a: undefined}})],
    ['a number that JSON lacks', () => loaderWith().read(venueView, {params: {a: [Number.NaN]}})],
    // @ts-expect-error JSON has no such number.
    ['a large number', () => loaderWith().read(venueView, {params: {a: 1n}})],
    // @ts-expect-error JSON has no dates.
    ['a Date', () => loaderWith().read(venueView, {params: {a: new Date(0)}})],
    [
      'two values in one property',
      () =>
        loaderWith().read(
          venueView.extend({a: field({computed: 'name, "x": address'}, classic.string())}),
        ),
    ],
    ['a limit below 0', () => loaderWith().read(venueView, {limit: -1})],
  ])('rejects %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({code: 'configuration'})
  })

  test('accepts a filter with brackets, quotes and comments in texts', async () => {
    const {data} = await loaderWith().read(venueView, {
      filter: `name != "(" && name != ']\\'$x' && name != $name // the $rest`,
      params: {name: 'Attic'},
      order: 'lower(name) asc, count([1, 2]) desc',
    })
    expect(data.map(({name}) => name)).toEqual(['Library'])
  })

  test('gives a loose object what it lists, and none of the marks of the loader', async () => {
    const loose = classic.looseObject({
      title: classic.string(),
      venue: field({follow: true}, classic.looseObject({name: classic.string()}).nullable()),
      series: field(
        {follow: true},
        classic.object({title: classic.string()}).catchall(classic.number()),
      ),
    })
    const expected = [{title: 'First talk', venue: {name: 'Library'}, series: {title: 'Talks'}}]
    const {data, problems} = await loaderWith().read(loose, {type: 'touchpoint'})
    expect([data, problems]).toEqual([expected, []])
    const preview = loaderWith().preview({token: 'token'})
    expect((await preview.read(loose, {type: 'touchpoint'})).data).toEqual(expected)
  })

  test('reads an image and a list of references, as docs/extending.md shows them', async () => {
    const image = {
      _id: 'image-1',
      _type: 'sanity.imageAsset',
      url: 'https://example.org/logo.png',
      metadata: {lqip: 'data:image/png;base64,AA', dimensions: {width: 40, height: 20}},
    }
    const venue = {
      _id: 'venue-hall',
      _type: 'venue',
      name: 'Hall',
      logo: {asset: reference('image-1'), alt: 'A hall', crop: {top: 0.1, left: 0.2}},
      near: [reference('venue-attic'), reference('venue-absent')],
    }
    const logo = mini.object({
      url: mini.url(),
      width: field({path: 'metadata.dimensions.width'}, mini.nullable(mini.number())),
      lqip: field({path: 'metadata.lqip'}, mini.nullable(mini.string())),
      crop: field(
        {computed: '^.logo.crop'},
        mini.nullable(mini.object({top: mini.number(), left: mini.number()})),
      ),
      alt: field({computed: '^.logo.alt'}, mini.nullable(mini.string())),
    })
    const view = mini.object({
      _type: mini.literal('venue'),
      logo: field({computed: 'logo.asset->'}, mini.nullable(logo)),
      near: field({follow: true}, mini.array(mini.object({name: mini.string()}))),
    })
    const {data, problems} = await loaderWith([venue, image]).read(view, {order: 'name == "Hall"'})
    expect(problems).toEqual([])
    expect(data).toContainEqual({
      _type: 'venue',
      logo: {
        url: 'https://example.org/logo.png',
        width: 40,
        lqip: 'data:image/png;base64,AA',
        crop: {top: 0.1, left: 0.2},
        alt: 'A hall',
      },
      near: [{name: 'Attic'}],
    })
    expect(data).toContainEqual({_type: 'venue', logo: null, near: []})
  })

  test('names the parameter that is likely meant', async () => {
    const call = loaderWith().read(venueView, {
      filter: 'capacity >= $peple && name != "$other"',
      params: {people: 20},
    })
    await expect(call).rejects.toMatchObject({
      option: 'params.peple',
      message: expect.stringContaining('Did you mean "people"?'),
    })
  })

  test('reports a type that no document has, and none that an extension does not name', async () => {
    const {data, problems} = await loaderWith().read(
      classic.object({_type: classic.literal('venues')}),
    )
    expect([data, problems]).toEqual([
      [],
      [
        {
          kind: 'filter',
          name: 'type',
          value: 'venues',
          message: expect.stringContaining('Did you mean "venue"?'),
        },
      ],
    ])
    const room = {_id: 'room', _type: 'room', _updatedAt: now}
    const rooms = classic.object({_type: classic.literal('room')})
    const filtered = await loaderWith([room]).read(rooms, {filter: 'false'})
    expect([filtered.data, filtered.problems]).toEqual([[], []])
  })

  test('says which options cause an error of the Content Lake', async () => {
    const client = {
      fetch: () => Promise.reject(Object.assign(new Error('bad function'), {statusCode: 400})),
    }
    const loader = createLoader({client, now})
    await expect(loader.read(venueView, {filter: 'nothing()'})).rejects.toMatchObject({
      code: 'query',
      message: expect.stringMatching(/look at filter, the sources of the view/),
    })
  })

  test('reports a value in sentences of their own', async () => {
    const view = classic.object({
      _type: classic.literal('venue'),
      name: classic.string().refine((name) => name.length > 5, 'Too short'),
    })
    const {problems} = await loaderWith().read(view)
    expect(problems).toMatchObject([
      {message: expect.stringContaining('Too short. Correct it in the Studio')},
    ])
  })
})
