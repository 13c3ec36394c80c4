import {describe, expect, test} from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'

import type {Audience} from '../../../loaders/audience/audience.ts'
import {defineExtension, field} from '../../../loaders/extension/index.ts'
import {readSnapshot} from '../../../loaders/feeds/index.ts'
import {createLoader, touchpointView} from '../../../loaders/index.ts'
import {lastGood, memoryAnswers} from '../../../loaders/lastGood/index.ts'
import {richTextView} from '../../../loaders/views/richText.ts'
import {failingClient} from '../../support/failingClient.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {Planter} from '../../support/plantedDocument.ts'
import {meetingsPage, now, recordsOnly} from '../smallCommunity.ts'

const planter = new Planter()
const text = (name: string) => planter.text(name)
const link = (name: string) => planter.link(name)
const reference = (id: string) => ({_type: 'reference', _ref: id, _key: id})
const paragraph = (content: string) => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text: content, marks: []}],
})

/** Returns the address of a calendar that only its members may read. */
function secretFeed(): string {
  const secret = `private-${(0xa1b2c3 + planter.secrets.length).toString(16)}`
  planter.secrets.push(secret)
  return `https://calendar.google.com/calendar/ical/a/${secret}/basic.ics`
}

/** Every kind of value that a project can add to a document. Each text has a secret. */
const planted = (name: string) => ({
  required: text(`${name} required`),
  nullable: text(`${name} nullable`),
  // The table of the package keeps values with these names.
  date: text(`${name} date`),
  code: text(`${name} code`),
  heading: text(`${name} heading`),
  url: link(`${name} url`),
  site: link(`${name} site`),
  level: 'beginner',
  at: '2026-03-10T18:00:00Z',
  seats: 40,
  list: [text(`${name} list`), 'Bring tea.'],
  split: ['Passcode:', planter.next(`${name} split`), 'Bring tea.'],
  nested: {note: text(`${name} nested`), deeper: [{_key: 'a', note: text(`${name} deeper`)}]},
  button: {title: 'Join', url: link(`${name} button`)},
  record: {en: text(`${name} record`)},
  either: text(`${name} union`),
  story: [paragraph(text(`${name} story`))],
  address: link(`${name} address`),
  shouted: text(`${name} shouted`),
  venue: reference(`venue-${name}`),
  venues: [reference(`venue-${name}`)],
  feed: secretFeed(),
})
const venue = (name: string) => ({
  _id: `venue-${name}`,
  _type: 'venue',
  _updatedAt: now,
  name: 'Library',
  door: text(`${name} door`),
})
const venueView = z.object({name: z.string(), door: z.string()})
const added = z.object({
  required: z.string(),
  nullable: z.string().nullable(),
  date: z.string(),
  code: z.string().nullable(),
  renamed: field({path: 'heading'}, z.string()),
  url: z.string(),
  site: z.url(),
  level: z.enum(['beginner', 'advanced']),
  at: z.iso.datetime(),
  seats: z.number(),
  list: z.array(z.string()),
  split: z.array(z.string()),
  nested: z.object({note: z.string(), deeper: z.array(z.object({note: z.string()}))}),
  button: z.object({title: z.string(), url: z.string()}).nullable(),
  record: field({asStored: true}, z.record(z.string(), z.string().nullable())),
  either: z.union([z.string(), z.number()]),
  story: field({asStored: true}, z.array(z.unknown())),
  address: z.string().transform((href) => ({href: href.toUpperCase()})),
  shouted: z.string().transform((content) => content.toUpperCase().split('').join('-')),
  venue: field({follow: true}, venueView.nullable()),
  venues: field({follow: true}, z.array(venueView)),
  feed: z.string().nullable(),
})
const nextCall = z.object({
  heading: field({path: 'title'}, z.string()),
  room: field({path: 'links.join'}, z.string().nullable()),
})
const fieldsIn = (...names: string[]) => names.map((name) => ({name, type: 'string' as const}))
const fields = fieldsIn('heading', ...Object.keys(added.shape))
const extension = defineExtension({
  fields: {
    touchpoint: {
      fields,
      view: added,
      publish: ({shouted, required, venue}) => ({
        extra: {shouted, required},
        location: venue?.door,
      }),
    },
    series: {fields, view: added},
    workingGroup: {fields, view: added},
    // A guest is public. What it refers to may not be.
    guest: {
      fields: fieldsIn('nextCall', 'calls', 'privateFeed'),
      view: mini.object({
        nextCall: field({follow: true}, mini.nullable(nextCall)),
        calls: field({follow: true}, mini.array(nextCall)),
        last: field({computed: '*[_id == "board"][0]'}, mini.nullable(nextCall)),
        privateFeed: mini.nullable(mini.string()),
      }),
    },
  },
})

const series = {
  ...planted('series'),
  _id: 'series-board',
  _type: 'series',
  _updatedAt: now,
  title: 'Board',
  slug: {current: 'board'},
  group: reference('group-board'),
  meets: 'scheduled',
  lifecycle: 'active',
  audience: 'members',
}
const session = {
  ...planted('session'),
  _id: 'board',
  _type: 'touchpoint',
  _updatedAt: now,
  title: 'Board call',
  slug: {current: 'board-call'},
  series: reference('series-board'),
  schedule: {start: '2026-03-10T18:00:00Z', timeZone: 'UTC', minutes: 60},
  status: 'planned',
  audience: 'members',
  links: {join: link('session join')},
  guests: [{_key: 'a', role: 'guest', guest: reference('guest-ana')}],
}
const group = {
  ...planted('group'),
  _id: 'group-board',
  _type: 'workingGroup',
  _updatedAt: now,
  title: 'Board',
  slug: {current: 'board-group'},
  phase: 'active',
}
const guest = {
  _id: 'guest-ana',
  _type: 'guest',
  _updatedAt: now,
  name: 'Ana',
  slug: {current: 'ana'},
  nextCall: reference('board'),
  calls: [reference('board')],
  privateFeed: secretFeed(),
}
const page = {...meetingsPage, _updatedAt: now}
const venues = ['session', 'series', 'group'].map(venue)
const client = memoryClient([page, series, session, group, guest, ...venues])
const loaderFor = (audience: Audience = 'everyone') =>
  createLoader({client, now, extension, audience, calendars: recordsOnly})

const written = (value: unknown) => JSON.stringify(value)
const secretsIn = (value: unknown) => {
  const plain = written(value).toLowerCase().replaceAll('-', '')
  return planter.secrets.filter((secret) =>
    plain.includes(secret.toLowerCase().replaceAll('-', '')),
  )
}

async function everything(loader: ReturnType<typeof loaderFor>) {
  return {
    page: await loader.meetingsPage(),
    touchpoints: await loader.touchpoints(),
    next: await loader.nextTouchpoints(),
    series: await loader.series(),
    groups: await loader.workingGroups(),
    guests: await loader.guests(),
    snapshot: await readSnapshot(loader, {now}),
    // The same fields in a view of its own.
    read: await loader.read(added.extend({_type: z.literal('touchpoint')})),
  }
}

describe('a secret in an added field of a meeting for members', () => {
  test('is in no result and no output', async () => {
    expect(secretsIn(await everything(loaderFor()))).toEqual([])
    expect(secretsIn(await everything(loaderFor().preview({token: 'token'})))).toEqual([])
  })

  test('is there with the audience members, so that this test can fail', async () => {
    const seen = secretsIn(await everything(loaderFor('members')))
    const hidden = planter.secrets.filter((secret) => !seen.includes(secret))
    expect(hidden.map((secret) => secret.replace(/^s3cret-\d+-/, ''))).toEqual([])
  })

  test('takes no meeting away: a required text is replaced', async () => {
    const {data, problems} = await loaderFor().touchpoints()
    expect(problems).toEqual([])
    expect(data[0]).toMatchObject({
      required: 'Members only',
      nullable: null,
      date: 'Members only',
      code: null,
      renamed: 'Members only',
      site: 'https://example.invalid/',
      level: 'beginner',
      at: '2026-03-10T18:00:00Z',
      seats: 40,
      list: ['Bring tea.'],
      split: ['Bring tea.'],
      nested: {note: 'Members only', deeper: [{note: 'Members only'}]},
      button: null,
      record: {en: null},
      either: 'Members only',
      venue: {name: 'Library', door: 'Members only'},
      venues: [{name: 'Library', door: 'Members only'}],
      feed: null,
      series: {required: 'Members only'},
    })
  })

  test('is not in a public document that refers to the meeting', async () => {
    const {data} = await loaderFor().guests()
    const call = {heading: 'Board call', room: null}
    expect(data).toMatchObject([{nextCall: call, calls: [call], last: call, privateFeed: null}])
  })

  test('is in no last good answer', async () => {
    const lake = failingClient(client)
    const texts: string[] = []
    const inner = memoryAnswers()
    const answers = lastGood({
      get: (key) => inner.get(key),
      set: (key, content) => {
        texts.push(content)
        return inner.set(key, content)
      },
      removeWhere: (isOutdated) => inner.removeWhere(isOutdated),
    })
    const loader = createLoader({
      client: lake.client,
      now,
      extension,
      calendars: recordsOnly,
      lastGood: answers,
    })
    const fresh = await everything(loader)
    await answers.settled()
    lake.fail('refuse')
    const copies = await everything(loader)
    expect(texts.length).toBeGreaterThan(5)
    expect(secretsIn(texts)).toEqual([])
    expect(secretsIn(copies)).toEqual([])
    // The transforms of the view read what was stored, and not their own results.
    expect(copies.series.stale).toBeDefined()
    expect(copies.series.data).toEqual(fresh.series.data)
    expect(copies.touchpoints.data).toEqual(fresh.touchpoints.data)
    expect(copies.page.data).toEqual(fresh.page.data)
    expect(copies.read.data).toEqual(fresh.read.data)
  })
})

describe('an added field of a meeting for everyone', () => {
  test('is as it is stored', async () => {
    const open = {...session, audience: 'everyone', series: reference('series-open')}
    const openSeries = {...series, _id: 'series-open', audience: 'everyone', group: null}
    const loader = createLoader({
      client: memoryClient([open, openSeries, guest, ...venues]),
      now,
      extension,
    })
    const {data} = await loader.touchpoints()
    const {required, date, split, nested} = session
    expect(data).toMatchObject([{required, date, split, venue: {door: expect.any(String)}}])
    expect(data[0]?.nested.note).toBe(nested.note)
    expect(data[0]?.feed).toBeNull()
  })
})

describe('a view of a project', () => {
  const names = ['date', 'code', 'slug', 'status', 'url', 'name', 'color']

  test.each(names)('cannot keep a join link or a text by calling it "%s"', async (name) => {
    const shape = (path: string) => ({[name]: field({path}, z.string().nullable())})
    for (const path of ['links.join', 'nullable', 'code', 'heading']) {
      const view = z.object({...shape(path), _type: z.literal('touchpoint')})
      const {data, problems} = await loaderFor().read(view)
      expect(problems).toEqual([])
      expect(data).toHaveLength(1)
      expect(secretsIn(data)).toEqual([])
    }
  })

  test('gets ids, slugs, times and zones as they are', async () => {
    const view = z.object({
      _type: z.literal('touchpoint'),
      _id: z.string(),
      updated: field({path: '_updatedAt'}, z.string()),
      slug: field({path: 'slug.current'}, z.string()),
      start: field({path: 'schedule.start'}, z.string()),
      timeZone: field({path: 'schedule.timeZone'}, z.string()),
    })
    const {data} = await loaderFor().read(view)
    expect(data).toEqual([
      {
        _type: 'touchpoint',
        _id: 'board',
        updated: now,
        slug: 'board-call',
        start: '2026-03-10T18:00:00Z',
        timeZone: 'UTC',
      },
    ])
  })

  test('of the package returns the same through read() as through its own method', async () => {
    const plain = createLoader({client, now})
    expect((await plain.read(touchpointView)).data).toEqual((await plain.touchpoints()).data)
  })
})

test('Portable Text of an added field is cleaned as one text', async () => {
  const story = field({asStored: true}, richTextView)
  const own = defineExtension({
    fields: {touchpoint: {fields: fieldsIn('story'), view: z.object({story})}},
  })
  const {data} = await createLoader({client, now, extension: own}).touchpoints()
  expect(secretsIn(data)).toEqual([])
  expect(data[0]?.story).toMatchObject([{_type: 'block', children: [{text: 'Members only'}]}])
})
