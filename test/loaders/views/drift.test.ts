import {extractSchema} from '@sanity/schema/_internal'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {documentReads} from '../../../loaders/documentReads.ts'
import {differencesOf} from '../../../loaders/drift/differencesOf.ts'
import {seriesWithNextView} from '../../../loaders/queries/seriesWithNext.ts'
import {calendarView, projection, seriesView, touchpointView} from '../../../loaders/views/index.ts'
import {field} from '../../../loaders/views/source.ts'
import {schemaTypes} from '../../../schemas/index.ts'
import {filterAction, httpsUrl, interval, line, slugText} from '../../../schemas/scalars.ts'
import {compiledSchema} from '../../support/datasetValidator.ts'
import {unreadFields} from '../../support/unreadFields.ts'
import {unviewedFields} from './unviewedFields.ts'

const schema = extractSchema(compiledSchema, {enforceRequiredFields: true})

function drift(type: string, view: z.core.$ZodType, language?: string) {
  return differencesOf(view, `*[_type == "${type}"]${projection(view, {language})}`, schema)
    .map(({path, text}) => `${path}: ${text}`)
    .filter((difference) => !portableTextItself.some((known) => difference.includes(known)))
}

// Sanity's block type allows a block without children and a span without text. Its editor never stores
// such a block, and no renderer accepts one.
const portableTextItself = [
  '[].children: the query can give null',
  '[].text: the query can give null',
]

const views = Object.fromEntries(
  Object.entries(documentReads).map(([type, {view}]): [string, z.core.$ZodType] => [type, view]),
)

const unread = unreadFields(schemaTypes, views)

describe('a view and the stored schema', () => {
  test.each([...Object.entries(views), ['series', seriesWithNextView] as const])(
    'agree on %s, so that neither is changed without the other',
    (type, view) => {
      expect(drift(type, view)).toEqual([])
    },
  )

  test.each([...Object.entries(views), ['series', seriesWithNextView] as const])(
    'agree on %s in another language, so that each translation has the format of its field',
    (type, view) => {
      expect(drift(type, view, 'es-MX')).toEqual([])
    },
  )

  test('agree on the stored fields: unviewedFields.ts has a reason for each field that no view reads', () => {
    const listed = Object.entries(unviewedFields).flatMap(([type, fields]) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    )
    // Both ways, so that a message begins with the field that is missing.
    expect(unread.filter((field) => !listed.includes(field)).toSorted()).toEqual([])
    expect(listed.filter((field) => !unread.includes(field)).toSorted()).toEqual([])
  })
})

describe('the check of stored fields finds', () => {
  const without = (view: Readonly<Record<string, z.core.$ZodType>>) =>
    unreadFields(schemaTypes, {...views, ...view}).filter((field) => !unread.includes(field))

  test('a field that no view reads', () => {
    const {edition: _, ...shape} = touchpointView.shape
    expect(without({touchpoint: z.object(shape)})).toEqual(['touchpoint.edition'])
  })

  test('a field of a nested object', () => {
    const titleFilters = z.array(z.object({action: filterAction}))
    const calendar = z.object({...calendarView.shape, titleFilters})
    expect(without({calendar})).toEqual(['titleFilter.text'])
  })

  test('a field in place of which another one is read', () => {
    const join = field({computed: 'series->defaultLinks.join'}, z.nullable(httpsUrl))
    const links = field({inline: true}, z.object({join}))
    const touchpoint = z.object({...touchpointView.shape, links})
    expect(without({touchpoint})).toEqual(['touchpoint.links'])
  })
})

describe('the drift check finds', () => {
  const {shape} = touchpointView

  test('a field that the schema does not have', () => {
    const view = z.object({...shape, heading: line})
    expect(drift('touchpoint', view)).toEqual([
      'heading: not stored as line',
      'heading: the query can give null, the view takes none',
    ])
  })

  test('a view that requires a value that the schema makes optional', () => {
    const view = z.object({...shape, edition: line})
    expect(drift('touchpoint', view)).toEqual([
      'edition: the query can give null, the view takes none',
    ])
  })

  test('a view that allows a null that never occurs', () => {
    const view = z.object({...shape, title: z.nullable(line)})
    expect(drift('touchpoint', view)).toEqual(['title: the view takes null, the query gives none'])
  })

  test('a format that is stricter than the stored one', () => {
    const view = z.object({...calendarView.shape, feedUrl: httpsUrl})
    expect(drift('calendar', view)).toEqual(['feedUrl: stored as feedUrl, viewed as httpsUrl'])
  })

  test('a format of another scalar of the same primitive type', () => {
    const view = z.object({...seriesView.shape, minutes: z.nullable(interval)})
    expect(drift('series', view)).toEqual(['minutes: stored as minutes, viewed as interval'])
  })

  test('an enum that lacks a value of the schema', () => {
    const view = z.object({...shape, status: z.enum(['planned', 'confirmed', 'held'])})
    expect(drift('touchpoint', view)).toEqual(['status: the view takes no "cancelled"'])
  })

  test('an enum with a value that the schema lacks', () => {
    const status = z.enum(['planned', 'confirmed', 'cancelled', 'held', 'postponed'])
    const view = z.object({...shape, status})
    expect(drift('touchpoint', view)).toEqual(['status: the query never gives "postponed"'])
  })

  test('a reference that is not dereferenced', () => {
    const view = z.object({
      ...shape,
      series: z.object({slug: field({path: 'slug.current'}, slugText)}),
    })
    expect(drift('touchpoint', view)).toEqual([
      'series.slug: not stored as slugText',
      'series.slug: the query can give null, the view takes none',
    ])
  })
})
