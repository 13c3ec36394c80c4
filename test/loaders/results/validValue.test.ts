import {isDeepStrictEqual} from 'node:util'

import {expect, test} from 'vitest'
import * as classic from 'zod'
import * as z from 'zod/mini'
import {catch as caught} from 'zod/mini'

import {cleanText} from '../../../loaders/results/cleanText.ts'
import {unfit, validValue} from '../../../loaders/results/validValue.ts'
import {touchpointView} from '../../../loaders/index.ts'

const hidden = '\u200b\u200c\u200d\ufeff'.repeat(2)
const point = z.object({x: z.number(), y: z.nullable(z.number())})
const node = z.object({
  name: z.string(),
  get children() {
    return z.array(node)
  },
})

/** Values that schemas read differently: present, null, absent, undefined, of another type, with hidden characters. */
const values: readonly unknown[] = [
  'a',
  '',
  ' a ',
  `open${hidden}`,
  'open',
  'ana@example.org',
  1,
  Number.NaN,
  true,
  null,
  [],
  ['a', 'b\u0000'],
  [undefined],
  ['a', null],
  {},
  {x: 1, y: null},
  {x: 1, y: 2, z: 3},
  {y: 2, x: 1},
  {_key: 'a', x: 1, y: 2},
  Object.create({x: 1, y: null}),
  Object.assign(Object.create({y: null}), {x: 1}),
  Object.assign(Object.create(null), {x: 1, y: null}),
  new (class {
    x = 1
    y = null
  })(),
  {x: 1},
  {x: 1, y: undefined},
  {x: '1', y: 2},
  {name: `a${hidden}`, children: [{name: 'b', children: [], more: 1}]},
  {name: 'a', children: [{name: 1, children: []}]},
  {a: 'a'},
  {a: undefined},
  {a: 1},
]

const schemas: Readonly<Record<string, z.core.$ZodType>> = {
  'a text': z.string(),
  'a text with a check': z.string().check(z.refine((text) => text.length === 1)),
  'a text that a check changes': z.string().check(z.trim()),
  'a text with a pattern': z.string().check(z.regex(/^a/)),
  'a text with a pattern that has a position': z.string().check(z.regex(/^a/g)),
  'a text with a limit': z.string().check(z.maxLength(1)),
  'a text with a check that reports': z.string().check(
    z.check<string>(({value, issues}) => {
      if (value !== 'a') issues.push({code: 'custom', input: value, message: 'no'})
    }),
  ),
  'a text with a prefix': z.string().check(z.startsWith('a')),
  'a text with a format as its check': z.string().check(z.email()),
  'an address of zod': z.email(),
  'a value made a text': z.coerce.string(),
  'a number': z.number(),
  'a choice': z.enum(['open', 'closed']),
  'a literal': z.literal(['open', 1, null]),
  'a choice with a check': z.enum(['open', 'a']).check(z.refine((text) => text === 'a')),
  'an object': point,
  'an object without other properties': z.strictObject({x: z.number()}),
  'an object with other properties': z.looseObject({x: z.number()}),
  'an object with a check': point.check(z.refine(({x, y}) => x !== y)),
  'a recursive object': node,
  'an optional property': z.object({a: z.optional(z.string())}),
  'an exactly optional property': z.object({a: z.exactOptional(z.string())}),
  'a default': z.object({a: z._default(z.string(), 'b')}),
  'a value that is caught': z.object({a: caught(z.string(), 'b')}),
  anything: z.object({a: z.unknown()}),
  'a list': z.array(z.string()),
  'a list with a limit': z.array(z.string()).check(z.maxLength(1)),
  'a nullable': z.nullable(z.string()),
  'a nullable with a check': z.nullable(z.string()).check(z.refine((value) => value !== null)),
  'a transform': z.pipe(
    point,
    z.transform(({x}) => x + 1),
  ),
  'a transform that refuses': z.pipe(
    z.string(),
    z.transform((text, payload) => {
      payload.issues.push({code: 'custom', input: text, message: 'no'})
      return z.NEVER
    }),
  ),
  'a transform first': z.object({
    a: z.pipe(
      z.transform((value) => value ?? 'b'),
      z.string(),
    ),
  }),
  'a union': z.union([z.string(), z.array(z.string())]),
  'a record': z.record(z.string(), z.nullable(z.number())),
  'an object of zod': classic.object({x: classic.number(), y: classic.number().nullable()}),
  'an address of zod with a default': classic.object({a: classic.string().trim().default('c')}),
}

test.each(Object.entries(schemas))(
  '%s is read as its schema reads it, or not at all',
  (_, schema) => {
    const wrong = values.filter((value) => {
      const {success, data} = z.safeParse(schema, cleanText(value))
      const read = validValue(schema, value)
      // A value may be left to its schema, which reads it in any case.
      return read !== unfit && !(success && isDeepStrictEqual(read, data))
    })
    expect(wrong).toEqual([])
  },
)

test('what most values are is read here, or nothing would be faster', () => {
  expect(validValue(point, {x: 1, y: null, z: 3})).toStrictEqual({x: 1, y: null})
  expect(validValue(schemas['a choice'] ?? point, `open${hidden}`)).toBe('open')
  expect(validValue(schemas['an optional property'] ?? point, {})).toStrictEqual({})
  expect(validValue(schemas['a transform'] ?? point, {x: 1, y: null})).toBe(2)
})

test('a schema that is not synchronous is left to zod, which refuses it', () => {
  const later = z.string().check(z.refine(async () => false))
  expect(validValue(later, 'a')).toBe(unfit)
})

test('the values that were read are not changed', () => {
  const item = Object.freeze({x: 1, y: null, list: Object.freeze(['a\u0000'])})
  const view = z.object({x: z.number(), list: z.array(z.string())})
  expect(validValue(view, item)).toStrictEqual({x: 1, list: ['a']})
})

test('a document that is no object is left to its view', () => {
  for (const item of [null, 'text', [], 1]) expect(validValue(touchpointView, item)).toBe(unfit)
})
