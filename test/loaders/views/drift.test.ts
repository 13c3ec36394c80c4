import {extractSchema} from '@sanity/schema/_internal'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {seriesWithNextView} from '../../../loaders/queries/seriesWithNext.ts'
import {
  calendarView,
  guestView,
  meetingsPageView,
  organizationView,
  projection,
  recordingView,
  seriesView,
  touchpointView,
  workingGroupView,
} from '../../../loaders/views/index.ts'
import {from} from '../../../loaders/views/source.ts'
import {httpsUrl, interval, line, slugText} from '../../../schemas/scalars.ts'
import {compiledSchema} from '../../support/datasetValidator.ts'
import {driftOf} from '../../support/driftOf.ts'

const schema = extractSchema(compiledSchema, {enforceRequiredFields: true})

function drift(type: string, view: z.core.$ZodType) {
  return driftOf(view, `*[_type == "${type}"]${projection(view)}`, schema).filter(
    (difference) => !portableTextItself.some((known) => difference.includes(known)),
  )
}

// Sanity's own block type says that a block may lack its children and a span its text. Its editor
// never stores such a block, and no renderer takes one.
const portableTextItself = [
  '[].children: the query can give null',
  '[].text: the query can give null',
]

const views = [
  ['touchpoint', touchpointView],
  ['series', seriesView],
  ['series', seriesWithNextView],
  ['guest', guestView],
  ['organization', organizationView],
  ['workingGroup', workingGroupView],
  ['recording', recordingView],
  ['calendar', calendarView],
  ['meetingsPage', meetingsPageView],
] as const

describe('a view and the stored schema', () => {
  test.each(views)('agree on %s, so that neither is changed without the other', (type, view) => {
    expect(drift(type, view)).toEqual([])
  })
})

describe('the drift check sees', () => {
  const {shape} = touchpointView

  test('a field that the schema does not have', () => {
    const view = z.object({...shape, heading: line})
    expect(drift('touchpoint', view)).toEqual([
      'heading: not stored as line',
      'heading: the query can give null, the view takes none',
    ])
  })

  test('a view that counts on a value the schema leaves open', () => {
    const view = z.object({...shape, edition: line})
    expect(drift('touchpoint', view)).toEqual([
      'edition: the query can give null, the view takes none',
    ])
  })

  test('a view that allows for a null which never comes', () => {
    const view = z.object({...shape, title: z.nullable(line)})
    expect(drift('touchpoint', view)).toEqual(['title: the view takes null, the query gives none'])
  })

  test('a format that is tighter than the stored one', () => {
    const view = z.object({...calendarView.shape, feedUrl: httpsUrl})
    expect(drift('calendar', view)).toEqual(['feedUrl: stored as feedUrl, viewed as httpsUrl'])
  })

  test('a format of another scalar of the same primitive type', () => {
    const view = z.object({...seriesView.shape, minutes: z.nullable(interval)})
    expect(drift('series', view)).toEqual(['minutes: stored as minutes, viewed as interval'])
  })

  test('an enum that lacks a word the schema has', () => {
    const view = z.object({...shape, status: z.enum(['planned', 'confirmed', 'held'])})
    expect(drift('touchpoint', view)).toEqual(['status: the view takes no "cancelled"'])
  })

  test('an enum with a word the schema lacks', () => {
    const status = z.enum(['planned', 'confirmed', 'cancelled', 'held', 'postponed'])
    const view = z.object({...shape, status})
    expect(drift('touchpoint', view)).toEqual(['status: the query never gives "postponed"'])
  })

  test('a reference that is not followed', () => {
    const view = z.object({
      ...shape,
      series: z.object({slug: from({path: 'slug.current'}, slugText)}),
    })
    expect(drift('touchpoint', view)).toEqual([
      'series.slug: not stored as slugText',
      'series.slug: the query can give null, the view takes none',
    ])
  })
})
