import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {defineField, defineType, type SchemaTypeDefinition} from '@sanity/types'
import {evaluateDocumentInternal} from '@sanity/validation/_internal'
import {createClient} from '@sanity/client'
import {describe, expect, expectTypeOf, test} from 'vitest'
import * as z from 'zod'

import {defineExtension, isExtension} from '../../../loaders/extension/index.ts'
import {apiVersion} from '../../../schemas/apiVersion.ts'
import {schemaTypes, schemaTypesWith, type SchemaExtension} from '../../../schemas/index.ts'

const now = '2026-03-01T00:00:00Z'

const venue = defineType({
  name: 'venue',
  title: 'Venue',
  type: 'document',
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({name: 'address', type: 'address'}),
    defineField({name: 'capacity', type: 'number'}),
  ],
  validation: (rule) => rule.custom((value) => (value?.['name'] === 'No' ? 'Not this one.' : true)),
})

const extension = defineExtension({
  fields: {
    touchpoint: {
      fields: [
        defineField({name: 'level', type: 'string', options: {list: ['beginner', 'advanced']}}),
        defineField({name: 'venue', type: 'reference', to: [{type: 'venue'}], group: 'program'}),
        {name: 'stepFree', type: 'boolean', group: 'access'},
      ],
      groups: [{name: 'access', title: 'Accessibility'}],
      view: z.object({level: z.string().nullable()}),
      rules: [
        {
          code: 'beginners-by-day',
          check: ({level}, {now: time}) =>
            level === 'beginner'
              ? [{level: 'warning', path: ['level'], message: `Not at ${time}.`}]
              : [],
        },
      ],
    },
    guest: {
      fields: [{name: 'pronouns', type: 'line'}],
      view: z.object({pronouns: z.string().nullable()}),
    },
  },
  documents: {
    venue: {
      type: venue,
      view: z.object({_type: z.literal('venue'), name: z.string()}),
      rules: [
        {
          code: 'venue-capacity',
          check: ({capacity}) =>
            capacity === 0
              ? [{level: 'error', path: ['capacity'], message: 'Nobody fits in.'}]
              : [],
        },
      ],
    },
  },
  types: [{name: 'address', type: 'object', fields: [{name: 'street', type: 'line'}]}],
})

const types = schemaTypesWith(extension, () => now)
const compiled = Schema.compile({name: 'extended', types: [...builtinTypes, ...types]})

/** The fields of a compiled type, in the order of the form. */
function fieldsOf(name: string): {name: string; group: unknown}[] {
  const fields: unknown = Reflect.get(Object(compiled.get(name)), 'fields')
  return Array.isArray(fields)
    ? fields.map((each: unknown) => ({
        name: String(Reflect.get(Object(each), 'name')),
        group: Reflect.get(Object(each), 'group'),
      }))
    : []
}

describe('schemaTypesWith', () => {
  test('puts added fields after those of the package, each in a tab that an editor finds', () => {
    expect(fieldsOf('touchpoint').slice(-3)).toEqual([
      {name: 'level', group: 'more'},
      {name: 'venue', group: 'program'},
      {name: 'stepFree', group: 'access'},
    ])
    const groups: unknown = Reflect.get(Object(compiled.get('touchpoint')), 'groups')
    expect(groups).toMatchObject([
      {name: 'session', default: true},
      {name: 'program'},
      {name: 'links'},
      {name: 'rules'},
      {name: 'access', title: 'Accessibility'},
      {name: 'more', title: 'More fields'},
    ])
  })

  test('adds no tab to a form without tabs, which would hide the fields of the package', () => {
    expect(fieldsOf('guest').at(-1)).toEqual({name: 'pronouns', group: undefined})
    expect(Reflect.get(Object(compiled.get('guest')), 'groups')).toEqual([])
  })

  test('changes no type of the package itself', () => {
    const touchpoint = schemaTypes.find(({name}) => name === 'touchpoint')
    expect(JSON.stringify(touchpoint)).not.toContain('stepFree')
    expect(schemaTypesWith({}).map(({name}) => name)).toEqual(schemaTypes.map(({name}) => name))
  })

  test('validates with the rules of the extension, those of the package and those of the type', async () => {
    const codes = async (document: {_id: string; _type: string; [field: string]: unknown}) => {
      const {markers} = await evaluateDocumentInternal({
        document: {_rev: '', _createdAt: now, _updatedAt: now, ...document},
        schema: compiled,
        environment: 'studio',
        getClient: () => client,
        getDocumentExists: () => Promise.resolve(true),
      })
      return markers.map(({level, code, path, message}) => [level, code, path, message])
    }
    expect(await codes({_id: 'v', _type: 'venue', name: 'Hall', capacity: 0})).toEqual([
      ['error', 'touchpoints.venue-capacity', ['capacity'], 'Nobody fits in.'],
    ])
    expect(await codes({_id: 'v', _type: 'venue', name: 'No', capacity: 1})).toMatchObject([
      ['error', expect.anything(), [], 'Not this one.'],
    ])
    const session = {_id: 't', _type: 'touchpoint', status: 'cancelled', level: 'beginner'}
    const found = await codes(session)
    expect(found).toContainEqual([
      'warning',
      'touchpoints.beginners-by-day',
      ['level'],
      `Not at ${now}.`,
    ])
    expect(found.map(([, code]) => code)).toContain('touchpoints.cancelled-without-reason')
  })

  test('has types that a Studio accepts', () => {
    expectTypeOf(types).toExtend<SchemaTypeDefinition[]>()
    expectTypeOf(extension).toExtend<SchemaExtension>()
  })
})

test('schemaTypes.map adds a field by the name of the type, as people try first', () => {
  const level = defineField({name: 'level', type: 'string'})
  const extended = schemaTypes.map((type) =>
    type.name === 'touchpoint' ? {...type, fields: [...type.fields, level]} : type,
  )
  expectTypeOf(extended).toExtend<SchemaTypeDefinition[]>()
  const touchpoint = extended.find(({name}) => name === 'touchpoint')
  expect(JSON.stringify(touchpoint)).toContain('"level"')
})

const touchpointWith = (fields: object[], more: object = {}) => ({
  fields: {touchpoint: {fields, ...more}},
})
const level = {name: 'level', type: 'string'}
const document = (name: string, more: object = {}) => ({
  documents: {[name]: {type: {name, type: 'document', fields: [level], ...more}}},
})

test.each([
  [
    'a document type that does not exist',
    {fields: {touchpiont: {fields: [level]}}},
    'Did you mean "touchpoint"?',
  ],
  [
    'a field of the package',
    touchpointWith([{name: 'status', type: 'string'}]),
    'touchpoint already has a field "status"',
  ],
  ['a field twice', touchpointWith([level, level]), 'adds two fields "level"'],
  [
    'a type that does not exist',
    touchpointWith([{name: 'a', type: 'strin'}]),
    'Did you mean "string"?',
  ],
  [
    'a type that does not exist, in a list of objects',
    touchpointWith([
      {name: 'a', type: 'array', of: [{type: 'object', fields: [{name: 'b', type: 'lien'}]}]},
    ]),
    'There is no type "lien", which the field "a" of touchpoint has',
  ],
  [
    'a reference to a type that does not exist',
    touchpointWith([{name: 'a', type: 'reference', to: {type: 'guests'}}]),
    'Did you mean "guest"?',
  ],
  [
    'a tab that does not exist',
    touchpointWith([{...level, group: 'sesion'}]),
    'Did you mean "session"?',
  ],
  [
    'a tab of the package',
    touchpointWith([level], {groups: [{name: 'links'}]}),
    'already has a tab "links"',
  ],
  [
    'a fieldset that does not exist',
    touchpointWith([{...level, fieldset: 'a'}]),
    'There are none.',
  ],
  ['a document type of the package', document('guest'), 'use `fields: {guest: …}`'],
  ['an object type of the package', document('schedule'), 'already has a type "schedule"'],
  ['a type of Sanity', document('image'), 'already has a type "image"'],
  [
    'a document type with two names',
    {documents: {venue: {type: {...venue, name: 'place'}}}},
    'has the name "place"',
  ],
  [
    'one name for two types',
    {...document('venue'), types: [{name: 'venue', type: 'object', fields: []}]},
    'two types "venue"',
  ],
])('schemaTypesWith refuses %s, with what to do', (_, wrong, message) => {
  const value: object = wrong
  const schema = isExtension(value) ? value : undefined
  expect(() => schema && schemaTypesWith(schema)).toThrow(message)
})

const client = Object.assign(
  createClient({projectId: 'none', dataset: 'none', apiVersion, useCdn: false}),
  {fetch: () => Promise.resolve([]), withConfig: () => client},
)
