import {describe, expect, test} from 'vitest'
import * as z from 'zod'

import {field} from '../../../loaders/extension/index.ts'
import {createLoader} from '../../../loaders/index.ts'
import {edit} from '../../../loaders/preview/edit.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {now} from '../smallCommunity.ts'

const series = {
  _id: 'series-talks',
  _type: 'series',
  _updatedAt: now,
  title: 'Talks',
  slug: {current: 'talks'},
  meets: 'scheduled',
  lifecycle: 'active',
  audience: 'everyone',
}

/** Reads a series with one added field, which is stored as given. */
function read(view: z.ZodType, stored: unknown, added: object[] = []) {
  // Without defineExtension, which refuses some of these views before anything is read.
  const extension = {fields: {series: {fields: [], view: z.object({added: view})}}}
  const client = memoryClient([{...series, added: stored}, ...added])
  const loader = createLoader({client, now, extension, studioUrl: 'http://localhost:3333'})
  return {visitors: loader.series(), preview: loader.preview({token: 'token'}).series()}
}

const url = z.string().transform((text) => new URL(text))

describe('a missing or wrong value of an added field', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['text', z.string(), null],
    ['long text', z.string().min(200), 'short'],
    ['short text', z.string().max(5), 'much too long'],
    ['URL', z.url(), 'nowhere'],
    ['URL, the older way', z.string().url(), null],
    ['address', z.email(), 'nobody'],
    ['date', z.iso.date(), 'tomorrow'],
    ['instant', z.iso.datetime(), null],
    ['time', z.iso.time(), null],
    ['id', z.uuid(), 'x'],
    ['Date', z.coerce.date(), 'tomorrow'],
    ['Date that JSON does not have', z.date(), '2026-01-01'],
    ['number', z.number(), null],
    ['number in a range', z.number().min(10).max(20), 5],
    ['number above', z.number().gt(10), null],
    ['even number', z.number().min(1).multipleOf(4), null],
    ['whole number', z.int(), 1.5],
    ['coerced number', z.coerce.number(), 'many'],
    ['choice', z.enum(['beginner', 'advanced']), 'expert'],
    ['literal', z.literal('a'), 'b'],
    ['yes or no', z.boolean(), 'yes'],
    ['union', z.union([z.number(), z.literal('none')]), []],
    ['union with null', z.union([z.string(), z.null()]), 1],
    [
      'union of objects',
      z.discriminatedUnion('kind', [
        z.object({kind: z.literal('room'), floor: z.number()}),
        z.object({kind: z.literal('call'), url: z.url()}),
      ]),
      {kind: 'tent'},
    ],
    ['object', z.object({street: z.string(), city: z.object({zip: z.string()})}), null],
    ['record', z.record(z.string(), z.number()), 'x'],
    ['wrong value in a record', z.record(z.string(), z.number()), {a: 'x'}],
    ['pair', z.tuple([z.number(), z.url()]), null],
    ['intersection', z.intersection(z.object({a: z.string()}), z.object({b: z.number()})), null],
    ['recursive', z.lazy(() => z.object({name: z.string()})), 1],
    ['with a default', z.string().default('none'), null],
    ['optional', z.string().optional(), 1],
    ['transformed', z.string().transform((text) => text.length), null],
    ['transformed to a URL', url, 'nowhere'],
    ['a list of URLs', z.array(z.url()), ['nowhere', 'https://example.org/']],
    ['a list with a minimum', z.array(z.string()).min(1), []],
    ['readonly', z.object({a: z.string()}).readonly(), null],
    ['with a check', z.string().refine((text) => text === 'secret handshake'), 'x'],
    ['that never fits', z.never(), 'x'],
    ['with a check that throws', z.string().refine(() => Promise.resolve(true)), 'x'],
  ])('is reported, and the preview is a page: %s', async (_, view, stored) => {
    const {preview, visitors} = read(view, stored)
    for (const {data, problems} of [await preview, await visitors]) {
      expect(data.length).toBeLessThanOrEqual(1)
      expect([data.length === 0, problems.length === 0]).not.toEqual([true, true])
    }
  })

  test.each<[string, z.ZodType, unknown, unknown]>([
    ['a URL', z.url(), 'nowhere', 'https://example.invalid/'],
    ['a union with null', z.union([z.string(), z.null()]), 1, null],
    [
      'a union of objects',
      z.discriminatedUnion('kind', [z.object({kind: z.literal('room'), floor: z.number()})]),
      {kind: 'tent'},
      {kind: 'room', floor: 0},
    ],
    ['a number in a range', z.number().min(10), 5, 10],
    ['a transform', z.string().transform((text) => text.length), null, 14],
    ['a transform that throws', url, 'nowhere', new URL('https://example.invalid/')],
    ['a member of a list', z.array(z.url()), ['nowhere', 'https://x.org'], ['https://x.org']],
  ])('has a valid placeholder for %s', async (_, view, stored, expected) => {
    const {data, problems} = await read(view, stored).preview
    expect(data).toMatchObject([{added: expected}])
    expect(problems).toMatchObject([{documentId: 'series-talks'}])
  })

  test('leaves out the document, with a problem, when nothing fits', async () => {
    const {data, problems} = await read(z.never(), 'x').preview
    expect(data).toEqual([])
    expect(problems).toMatchObject([
      {documentId: 'series-talks', path: 'added', message: expect.stringContaining('left out')},
    ])
  })

  test('leaves out the value, with a problem, when it may be null', async () => {
    const view = z.object({code: z.string().regex(/^[A-Z]{9}$/)}).nullable()
    const {data, problems} = await read(view, {code: 'x'}).preview
    expect(data).toMatchObject([{added: null}])
    expect(problems).toHaveLength(1)
  })

  test('is at the path of its value when a function throws', async () => {
    const {data, problems} = await read(z.object({site: url}), {site: 'nowhere'}).visitors
    expect(data).toEqual([])
    expect(problems).toMatchObject([
      {path: 'added.site', message: expect.stringContaining('Invalid URL')},
    ])
  })

  test('ends when a view that may be null refuses null', async () => {
    const view = z
      .string()
      .nullable()
      .refine((text) => text === 'x')
    const {data, problems} = await read(view, null).visitors
    expect(data).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })
})

describe('edit()', () => {
  const venue = {
    _id: 'venue-a',
    _type: 'venue',
    name: 'Library',
    rooms: [{_key: 'r1', name: 'Hall'}],
  }
  const venueView = z.object({name: z.string(), rooms: z.array(z.object({name: z.string()}))})
  const reference = {_type: 'reference', _ref: 'venue-a', _key: 'k1'}

  async function previewed(view: z.ZodType, stored: unknown): Promise<unknown> {
    const {data, problems} = await read(view, stored, [venue]).preview
    expect(problems).toEqual([])
    return Reflect.get(Object(data[0]), 'added')
  }
  const pathOf = (value: unknown, path: string) => edit(Object(value), path)

  test('opens the field of a document that is followed', async () => {
    const added = await previewed(field({follow: true}, venueView.nullable()), reference)
    expect(pathOf(added, 'name')).toContain('id=venue-a;type=venue;path=name;')
    expect(pathOf(added, 'rooms[0].name')).toContain('id=venue-a;type=venue;path=rooms:r1.name;')
  })

  test('opens the field of each document in a list', async () => {
    const added = await previewed(field({follow: true}, z.array(venueView)), [reference])
    expect(pathOf(added, '[0].name')).toContain('id=venue-a;type=venue;path=name;')
  })

  test('opens a member of a list by its key', async () => {
    const added = await previewed(z.array(z.object({text: z.string()})), [{_key: 'm1', text: 'a'}])
    expect(pathOf(added, '[0].text')).toContain('id=series-talks;type=series;path=added:m1.text;')
  })

  test('opens the stored field of another name, also behind a transform', async () => {
    const at = field(
      {path: 'place.street'},
      z.string().transform((text) => text.length),
    )
    const added = await previewed(z.object({length: at}), {place: {street: 'Main'}})
    expect(added).toEqual({length: 4})
    expect(pathOf(added, 'length')).toContain('path=added.place.street;')
  })

  test('opens nothing for a calculated value, nor for what is in one', async () => {
    const count = field(
      {computed: '{"all": count(*), "first": *[_type == "venue"][0]{_id,_type,name}}'},
      z.object({all: z.number(), first: z.object({name: z.string()})}),
    )
    const added = await previewed(z.object({count}), {})
    expect(added).toEqual({count: {all: 2, first: {name: 'Library'}}})
    expect(pathOf(added, 'count')).toBeUndefined()
    expect(pathOf(added, 'count.all')).toBeUndefined()
  })
})
