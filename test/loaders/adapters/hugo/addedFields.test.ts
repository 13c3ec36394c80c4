import {expect, test} from 'vitest'
import * as z from 'zod'

import {readSiteContent} from '../../../../loaders/adapters/files/index.ts'
import {hugoFiles} from '../../../../loaders/adapters/hugo/index.ts'
import {defineExtension, field} from '../../../../loaders/extension/index.ts'
import {createLoader} from '../../../../loaders/index.ts'
import {memoryClient} from '../../../support/memoryClient.ts'
import {now, recordsOnly} from '../../smallCommunity.ts'

const venueView = z.object({
  _type: z.literal('venue'),
  name: z.string(),
  opened: z.coerce.date().nullable(),
})
const extension = defineExtension({
  fields: {
    touchpoint: {
      fields: [{name: 'venue', type: 'reference', to: [{type: 'venue'}]}],
      view: z.object({venue: field({follow: true}, venueView.nullable())}),
      publish: ({venue}) => ({extra: {venue: venue?.name}, location: venue?.name}),
    },
    series: {
      fields: [{name: 'season', type: 'string'}],
      view: z.object({season: z.string().nullable()}),
    },
  },
  documents: {
    venue: {
      type: {name: 'venue', type: 'document', fields: [{name: 'name', type: 'string'}]},
      view: z.object({_type: z.literal('venue'), name: z.string()}),
      order: 'name desc',
    },
  },
})
const documents = [
  {_id: 'venue-a', _type: 'venue', name: 'Attic', opened: '2020-01-01'},
  {_id: 'venue-b', _type: 'venue', name: 'Barn'},
  {_id: 'venue-c', _type: 'venue'},
  {
    _id: 'series-talks',
    _type: 'series',
    title: 'Talks',
    slug: {current: 'talks'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'everyone',
    season: 'Winter',
  },
  {
    _id: 'first',
    _type: 'touchpoint',
    title: 'First talk',
    slug: {current: 'first'},
    series: {_type: 'reference', _ref: 'series-talks'},
    schedule: {start: '2026-03-10T14:00:00Z', timeZone: 'UTC', minutes: 60},
    status: 'planned',
    audience: 'everyone',
    venue: {_type: 'reference', _ref: 'venue-a'},
  },
]

test('added fields are in the data of their documents, and each added type has a file', async () => {
  const client = memoryClient(documents.map((each) => ({_updatedAt: now, ...each})))
  const loader = createLoader({client, now, extension, calendars: recordsOnly})
  const content = await readSiteContent(loader, {now})
  const files = hugoFiles(content, {siteUrl: 'https://community.example/'})
  const data = (name: string): unknown =>
    JSON.parse(files.get(`data/touchpoints/${name}.json`) ?? 'null')
  expect(data('touchpoints')).toMatchObject([
    {slug: 'first', venue: {name: 'Attic', opened: '2020-01-01T00:00:00.000Z'}},
  ])
  expect(data('series')).toMatchObject([{season: 'Winter'}])
  expect(data('added/venue')).toEqual([
    {_type: 'venue', name: 'Barn'},
    {_type: 'venue', name: 'Attic'},
  ])
  expect(data('events')).toMatchObject({events: [{extra: {venue: 'Attic'}, location: 'Attic'}]})
  expect(files.get('static/touchpoints/calendar.ics')).toContain('LOCATION:Attic')
  const problems = content.snapshot.problems.filter(({kind}) => kind === 'document')
  expect(problems).toMatchObject(
    expect.arrayContaining([expect.objectContaining({documentId: 'venue-c'})]),
  )
})

test('a site without an extension has no file more', async () => {
  const client = memoryClient(documents.map((each) => ({_updatedAt: now, ...each})))
  const loader = createLoader({client, now, calendars: recordsOnly})
  const files = hugoFiles(await readSiteContent(loader, {now}), {siteUrl: 'https://a.example/'})
  expect([...files.keys()].filter((name) => name.includes('added'))).toEqual([])
})
