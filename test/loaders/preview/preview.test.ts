import {createDataAttribute} from '@sanity/visual-editing'
import {describe, expect, test} from 'vitest'

import {feedCalendars} from '../../../calendar/fetch/feedCalendars.ts'
import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {createLoader, edit, touchpointView} from '../../../loaders/index.ts'
import {readDocument} from '../../../loaders/results/readDocument.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {readContent} from '../../support/readContent.ts'

const at = '2026-01-01T00:00:00Z'
const now = '2024-03-20T00:00:00Z'
const studioUrl = 'http://localhost:3333'
const content = readContent().map((document) => ({_updatedAt: at, ...document}))
const base = {baseUrl: studioUrl}

function previewOf(...drafts: object[]) {
  const client = memoryClient([...content, ...drafts])
  return {client, loader: createLoader({client, now, studioUrl}).preview({token: 'secret'})}
}

const draft = {_id: 'draft', _type: 'touchpoint', _updatedAt: at}

describe('a preview', () => {
  test('queries drafts with its token, and the published loader still queries published documents', async () => {
    const client = memoryClient(content)
    const loader = createLoader({client, now})
    await loader.preview({token: 'secret'}).series()
    await loader.preview({token: 'secret', perspective: ['spring', 'drafts']}).series()
    await loader.series()
    expect(client.queries.map(({options: {perspective, token}}) => [perspective, token])).toEqual([
      ['drafts', 'secret'],
      [['spring', 'drafts'], 'secret'],
      ['published', undefined],
    ])
  })

  test('shows a draft that has only a type, and reports what is missing', async () => {
    const {loader} = previewOf(draft)
    const {data, problems} = await loader.meetingsPage()
    const shown = data.upcoming.find(({_id}) => _id === 'draft')
    expect(shown).toMatchObject({
      title: '(no title yet)',
      series: {title: '(no title yet)'},
      schedule: {start: now, timeZone: 'UTC', minutes: 60},
      status: 'planned',
      guests: [],
    })
    expect(problems.map((problem) => problem.kind === 'document' && problem.path)).toEqual([
      'title',
      'slug',
      'series',
      'schedule',
      'status',
      'audience',
    ])
  })

  test('returns values that pass the strict view, so that one template works for both', async () => {
    const {loader} = previewOf({...draft, title: ' two\nlines ', topics: ['ok', 7], agenda: [3]})
    const {data} = await loader.touchpoints({slug: 'draft'})
    const {data: all} = await loader.touchpoints()
    const shown = all.find(({_id}) => _id === 'draft')
    expect(data).toEqual([])
    expect(shown).toMatchObject({title: 'two lines', topics: ['ok'], agenda: []})
    expect(readDocument(touchpointView, shown).problems).toEqual([])
  })

  test('reports no problem for finished documents', async () => {
    const {loader} = previewOf()
    expect((await loader.meetingsPage()).problems).toEqual([])
  })

  test('rejects an empty token, because the preview would show published documents', () => {
    const loader = createLoader({client: memoryClient([]), now})
    expect(() => loader.preview({token: ''})).toThrow('SANITY_API_READ_TOKEN')
  })
})

describe('the edit attribute', () => {
  async function sample() {
    const {loader} = previewOf()
    const {data} = await loader.meetingsPage()
    const [touchpoint] = data.upcoming
    if (!touchpoint) throw new Error('The sample content has no upcoming touchpoint.')
    return {data, touchpoint}
  }

  test('equals that of the Studio’s own tools for a plain property', async () => {
    const {touchpoint} = await sample()
    const id = touchpoint._id
    const expected = createDataAttribute({...base, id, type: 'touchpoint', path: 'title'})
    expect(edit(touchpoint, 'title')).toBe(expected.toString())
  })

  test('contains the stored path of a value, which can differ from its name in the view', async () => {
    const {touchpoint} = await sample()
    const document = createDataAttribute({...base, id: touchpoint._id, type: 'touchpoint'})
    expect(edit(touchpoint, 'slug')).toBe(document('slug.current'))
    expect(edit(touchpoint.schedule, 'start')).toBe(document('schedule.start'))
    expect(edit(touchpoint.schedule, 'end')).toBe(document('schedule'))
    expect(edit(touchpoint.links, 'agenda')).toBe(document('links.agenda'))
    expect(edit(touchpoint, 'chathamHouseRule')).toBe(document('chathamHouseRule'))
  })

  test('addresses members of a list by key, because an index changes while others edit', async () => {
    const {touchpoint} = await sample()
    const stored = content.find(({_id}) => _id === touchpoint._id)
    const keys = JSON.stringify(stored).match(/"_key":"[^"]+"/g)
    const attribute = edit(touchpoint, 'agenda[1].title') ?? ''
    const [, key] = /path=agenda:([^.]+)\.title/.exec(attribute) ?? []
    expect(keys).toContain(`"_key":"${key}"`)
    const [first] = touchpoint.agenda.slice(1)
    expect(first && edit(first, 'title'), 'by value and by path').toBe(attribute)
  })

  test('follows references into the referenced document', async () => {
    const {touchpoint} = await sample()
    const guest = createDataAttribute({...base, id: 'guest-mirko', type: 'guest'})
    const organization = {id: 'organization-lf-europe', type: 'organization', path: 'name'}
    expect(edit(touchpoint, 'guests[0].guest.name')).toBe(guest('name'))
    expect(edit(touchpoint, 'guests[0].guest.organization.name')).toBe(
      createDataAttribute({...base, ...organization}).toString(),
    )
    expect(edit(touchpoint, 'series')).toContain(
      `id=${touchpoint._id};type=touchpoint;path=series;`,
    )
    expect(edit(touchpoint.series, 'title')).toContain(`id=${touchpoint.series._id};type=series;`)
  })

  test('is kept for the next session of a series, although the page copies the series', async () => {
    const {data} = await sample()
    const [series] = data.series.filter(({next}) => next)
    if (!series?.next) throw new Error('No series of the sample has a next session.')
    expect(edit(series, 'title')).toContain(`id=${series._id};`)
    expect(edit(series.next, 'title')).toContain(`id=${series.next._id};`)
  })

  test('is absent for published values, so that the same markup works for visitors', async () => {
    const loader = createLoader({client: memoryClient(content), now, studioUrl})
    const {data} = await loader.meetingsPage()
    const [touchpoint] = data.upcoming
    expect(touchpoint && edit(touchpoint, 'title')).toBeUndefined()
  })

  test('addresses the image as a whole for each of its properties', async () => {
    const asset = {_id: 'image-a-2x2-png', _type: 'sanity.imageAsset', url: 'http://x/a.png'}
    const photo = {_type: 'image', asset: {_type: 'reference', _ref: asset._id}}
    const withPhoto = {...content.find(({_id}) => _id === 'guest-mirko'), _id: 'guest-photo', photo}
    const {loader} = previewOf(asset, withPhoto)
    const {data, problems} = await loader.guests()
    const guest = data.find(({_id}) => _id === 'guest-photo')
    expect(problems).toEqual([])
    expect(guest?.photo).toMatchObject({url: 'http://x/a.png', alt: 'Mirko'})
    expect(guest?.photo && edit(guest.photo, 'url')).toContain(
      'id=guest-photo;type=guest;path=photo;',
    )
  })

  test('leads from an event of the calendar to its documents, and is absent for an event of a feed', async () => {
    const client = memoryClient(content)
    const fetch = () => Promise.resolve(new Response(feed))
    const calendars = feedCalendars({fetch, cache: memoryCache()})
    const loader = createLoader({client, now, studioUrl, calendars}).preview({token: 'secret'})
    const {data} = await loader.events({from: now, to: '2024-04-30T00:00:00Z'})
    const session = data.find(({start}) => start === '2024-03-28T13:00:00Z')
    const other = data.find(({title}) => title === 'Office hours')
    expect(session && edit(session, 'title')).toContain('type=touchpoint;path=title;')
    expect(session && edit(session, 'start')).toContain('type=touchpoint;path=schedule.start;')
    expect(session?.series && edit(session.series, 'title')).toContain('type=series;path=title;')
    expect(other && edit(other, 'title')).toBeUndefined()
    expect(other).toBeDefined()
  })
})

const feed = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//EN',
  'BEGIN:VEVENT',
  'UID:office-hours',
  'DTSTAMP:20240101T000000Z',
  'DTSTART:20240402T100000Z',
  'DTEND:20240402T110000Z',
  'SUMMARY:Office hours',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
