import type {FieldDefinition} from '@sanity/types'
import {describe, expect, test} from 'vitest'
import * as classic from 'zod'
import * as mini from 'zod/mini'

import {findDrift} from '../../../loaders/drift/index.ts'
import {defineExtension, field} from '../../../loaders/extension/index.ts'

const venueType = {
  name: 'venue',
  type: 'document' as const,
  fields: [
    {name: 'name', type: 'string' as const, validation: required},
    {name: 'website', type: 'url' as const},
    {name: 'opened', type: 'date' as const},
    {
      name: 'rooms',
      type: 'array' as const,
      of: [
        {
          type: 'object' as const,
          name: 'room',
          fields: [{name: 'seats', type: 'number' as const, validation: required}],
        },
      ],
    },
    {name: 'tags', type: 'array' as const, of: [{type: 'string' as const}]},
    {name: 'place', type: 'geopoint' as const},
  ],
}

function required<Rule extends {required(): Rule}>(rule: Rule): Rule {
  return rule.required()
}

const level: FieldDefinition = {
  name: 'level',
  type: 'string',
  options: {list: ['beginner', 'advanced']},
}
const venue: FieldDefinition = {name: 'venue', type: 'reference', to: [{type: 'venue'}]}

const classicVenue = classic.object({
  _id: classic.string(),
  _type: classic.literal('venue'),
  name: classic.string(),
  website: classic.url().nullable(),
  opened: classic.coerce.date().nullable(),
  rooms: classic.array(classic.object({seats: classic.number()})),
  tags: classic.array(classic.string()),
  place: classic.object({lat: classic.number().nullable()}).nullable(),
})
const miniVenue = mini.object({
  name: mini.string(),
  website: mini.nullable(mini.url()),
  rooms: mini.array(mini.object({seats: mini.number()})),
})

/** Findings for a touchpoint with these fields and this view. */
function drift(view: classic.ZodObject | mini.ZodMiniObject, fields = [level, venue]): string[] {
  const extension = defineExtension({
    fields: {touchpoint: {fields, view}},
    documents: {venue: {type: venueType, view: miniVenue}},
  })
  return findDrift(extension).map(({message}) =>
    message.replace(' Change the view or the field.', ''),
  )
}

describe('the views of an extension agree with the Studio', () => {
  test('in classic zod, with references, lists, objects, dates and computed values', () => {
    const view = classic.object({
      level: classic.enum(['beginner', 'advanced']).nullable(),
      venue: field({follow: true}, classicVenue.nullable()),
      venueName: field({computed: 'venue->name'}, classic.string().nullable()),
      count: field({computed: 'count(*[_type == "venue"])'}, classic.number()),
    })
    expect(drift(view)).toEqual([])
  })

  test('in zod/mini', () => {
    const view = mini.object({
      level: mini.nullable(mini.enum(['beginner', 'advanced'])),
      venue: field({follow: true}, mini.nullable(miniVenue)),
    })
    expect(drift(view)).toEqual([])
  })
})

const level3 = classic.enum(['beginner', 'advanced', 'expert']).nullable()

describe('the check finds', () => {
  test.each<[string, classic.ZodObject | mini.ZodMiniObject, string[]]>([
    [
      'a field that the Studio does not have, in classic zod',
      classic.object({levels: field({path: 'level.name'}, classic.string())}),
      [
        'touchpoint.levels: nothing is stored, the view takes string.',
        'touchpoint.levels: the query can give null, the view takes none.',
      ],
    ],
    [
      'a field that the Studio does not have, in zod/mini',
      mini.object({levels: field({path: 'level.name'}, mini.nullable(mini.string()))}),
      ['touchpoint.levels: nothing is stored, the view takes string.'],
    ],
    [
      'a required value that the Studio makes optional',
      classic.object({level: classic.enum(['beginner', 'advanced'])}),
      ['touchpoint.level: the query can give null, the view takes none.'],
    ],
    [
      'a null that never occurs',
      classic.object({
        venue: field(
          {follow: true},
          classic.object({name: classic.string().nullable()}).nullable(),
        ),
      }),
      ['touchpoint.venue.name: the view takes null, the query gives none.'],
    ],
    [
      'a value of another type',
      classic.object({level: classic.number().nullable()}),
      [
        'touchpoint.level: the view takes no "advanced".',
        'touchpoint.level: the view takes no "beginner".',
      ],
    ],
    [
      'a date, which JSON does not have',
      classic.object({
        venue: field(
          {follow: true},
          classic.object({opened: classic.date().nullable()}).nullable(),
        ),
      }),
      ['touchpoint.venue.opened: the view takes no string.'],
    ],
    [
      'a choice that the view lacks',
      mini.object({level: mini.nullable(mini.enum(['beginner']))}),
      ['touchpoint.level: the view takes no "advanced".'],
    ],
    [
      'a choice that the Studio lacks',
      classic.object({level: level3}),
      ['touchpoint.level: the query never gives "expert".'],
    ],
    [
      'a format that is stricter than the choices',
      classic.object({level: classic.string().max(4).nullable()}),
      [
        'touchpoint.level: the view takes no "advanced".',
        'touchpoint.level: the view takes no "beginner".',
      ],
    ],
    [
      'a reference that is not followed',
      classic.object({venue: classic.object({name: classic.string()}).nullable()}),
      [
        'touchpoint.venue.name: nothing is stored, the view takes string.',
        'touchpoint.venue.name: the query can give null, the view takes none.',
      ],
    ],
    [
      'a wrong member of a list in a followed document',
      classic.object({
        venue: field(
          {follow: true},
          classic
            .object({rooms: classic.array(classic.object({seats: classic.string()}))})
            .nullable(),
        ),
      }),
      ['touchpoint.venue.rooms[].seats: the view takes no number.'],
    ],
    [
      'a list of what a single reference leads to',
      classic.object({
        venue: field({follow: true}, classic.array(classic.object({name: classic.string()}))),
      }),
      ['touchpoint.venue: no list is stored, the view takes one.'],
    ],
    [
      'a list of texts that the Studio does not have',
      classic.object({tags: field({path: 'venue.tags'}, classic.array(classic.string()))}),
      ['touchpoint.tags: no list is stored, the view takes one.'],
    ],
    [
      'a union without a type that is stored',
      classic.object({
        level: classic.union([classic.number(), classic.literal('beginner')]).nullable(),
      }),
      ['touchpoint.level: the view takes no "advanced".'],
    ],
  ])('%s', (_, view, expected) => {
    expect(drift(view).map((line) => `${line.replace(/\.$/, '')}.`)).toEqual(expected)
  })

  test('says what is stored and what the view takes', () => {
    const extension = defineExtension({
      fields: {touchpoint: {fields: [level], view: classic.object({level: level3})}},
    })
    expect(findDrift(extension)).toEqual([
      {
        documentType: 'touchpoint',
        path: 'level',
        stored: '"advanced" or "beginner"',
        viewed: '"expert"',
        message: expect.stringContaining('touchpoint.level: the query never gives "expert"'),
      },
    ])
  })

  test('a fault in an added document type', () => {
    const extension = defineExtension({
      documents: {venue: {type: venueType, view: classic.object({name: classic.number()})}},
    })
    expect(findDrift(extension)).toMatchObject([{documentType: 'venue', path: 'name'}])
  })
})

test('an error in GROQ names its property', () => {
  const view = classic.object({rooms: field({computed: 'cuont(venue)'}, classic.number())})
  expect(() => drift(view)).toThrow('The GROQ of touchpoint.rooms cannot be evaluated')
})

test('types of plugins are known when they are passed', () => {
  const extension = defineExtension({
    fields: {
      touchpoint: {
        fields: [level],
        view: classic.object({level: classic.enum(['beginner', 'advanced']).nullable()}),
      },
    },
  })
  const color = {name: 'pluginColor', type: 'object', fields: [{name: 'hex', type: 'string'}]}
  expect(findDrift(extension, {types: [color]})).toEqual([])
})
