import * as ICAL from 'ical.js'
import {describe, expect, expectTypeOf, test, vi} from 'vitest'
import * as z from 'zod'

import {createHandler} from '../../../loaders/adapters/http/index.ts'
import {defineExtension, type Published} from '../../../loaders/extension/index.ts'
import {
  eventJsonLd,
  eventsFormat,
  icalendar,
  publishTouchpoint,
  readSnapshot,
  rss,
  touchpointItems,
} from '../../../loaders/feeds/index.ts'
import {createLoader, type LoaderSettings} from '../../../loaders/index.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {recordingLogger} from '../../support/recordingLogger.ts'
import {meetingsPage, now, recordsOnly, tuesdays} from '../smallCommunity.ts'

const siteUrl = 'https://community.example/'

const group = {
  _id: 'group-docs',
  _type: 'workingGroup',
  _updatedAt: now,
  title: 'Documentation',
  slug: {current: 'docs'},
  phase: 'active',
}
const series = {
  _id: 'series-talks',
  _type: 'series',
  _updatedAt: now,
  title: 'Talks',
  slug: {current: 'talks'},
  group: {_type: 'reference', _ref: 'group-docs'},
  meets: 'standing',
  lifecycle: 'active',
  audience: 'everyone',
  cadence: {slots: [tuesdays]},
}
const session = {
  _id: 'first',
  _type: 'touchpoint',
  _updatedAt: now,
  title: 'First talk',
  slug: {current: 'first'},
  series: {_type: 'reference', _ref: 'series-talks'},
  schedule: {start: '2026-03-10T14:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'planned',
  audience: 'everyone',
  topics: ['tests'],
}
const documents = [{...meetingsPage, _updatedAt: now}, group, series, session]
const none = z.object({})

interface Publish {
  touchpoint?: () => Published
  series?: () => Published
  workingGroup?: () => Published
}

function loaderWith(
  publish: Publish,
  settings: Partial<LoaderSettings> = {},
  added: object[] = [],
) {
  const extension = defineExtension({
    fields: {
      touchpoint: {fields: [], view: none, publish: publish.touchpoint ?? (() => ({}))},
      series: {fields: [], view: none, publish: publish.series ?? (() => ({}))},
      workingGroup: {fields: [], view: none, publish: publish.workingGroup ?? (() => ({}))},
    },
  })
  const client = memoryClient([...documents, ...added])
  return createLoader({client, now, calendars: recordsOnly, ...settings, extension})
}

async function published(publish: Publish, settings?: Partial<LoaderSettings>, added?: object[]) {
  const loader = loaderWith(publish, settings, added)
  const {document, problems} = await readSnapshot(loader, {now, days: {back: 1, ahead: 20}})
  const own = document.events.find(({kind}) => kind === 'touchpoint')
  const derived = document.events.find(({kind}) => kind === 'cadence')
  return {document, problems, own, derived}
}

describe('what an extension publishes', () => {
  test('is in its event: values, place, topics and properties', async () => {
    const {own, derived, problems, document} = await published({
      touchpoint: () => ({
        extra: {
          venue: 'Library',
          seats: 40,
          open: true,
          map: {zoom: 1},
          none: null,
          absent: undefined,
        },
        location: 'Library, Main street 1',
        categories: ['beginner'],
        properties: {'X-LEVEL': 'beginner', 'X-SEATS': 40, 'X-NONE': null},
      }),
    })
    expect(problems).toEqual([])
    expect(own).toMatchObject({
      extra: {venue: 'Library', seats: 40, open: true, map: {zoom: 1}},
      location: 'Library, Main street 1',
      topics: ['tests', 'beginner'],
      properties: {'X-LEVEL': 'beginner', 'X-SEATS': '40'},
    })
    expect(Object.keys(own?.extra ?? {})).toEqual(['venue', 'seats', 'open', 'map'])
    expect(derived).not.toHaveProperty('extra')
    expect(eventsFormat.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  })

  test('of a group is in each event of its series, and values of a session win', async () => {
    const {own, derived} = await published({
      workingGroup: () => ({extra: {a: 'group', b: 'group', c: 'group'}, location: 'Group room'}),
      series: () => ({extra: {b: 'series', c: 'series'}, categories: ['talks']}),
      touchpoint: () => ({extra: {c: 'session', b: undefined}, categories: ['beginner']}),
    })
    expect(derived).toMatchObject({
      extra: {a: 'group', b: 'series', c: 'series'},
      location: 'Group room',
      topics: ['talks'],
    })
    expect(own).toMatchObject({
      extra: {a: 'group', b: 'series', c: 'session'},
      location: 'Group room',
      topics: ['tests', 'talks', 'beginner'],
    })
  })

  test('is in every output of a site', async () => {
    const loader = loaderWith({
      touchpoint: () => ({
        extra: {venue: 'Library'},
        location: 'Library, Main street 1',
        categories: ['beginner'],
        properties: {'X-LEVEL': 'beginner'},
      }),
    })
    const handle = createHandler({loader, siteUrl})
    const bodyOf = async (name: string) => (await handle(new Request(`${siteUrl}${name}`))).text()
    expect(await bodyOf('events.json')).toContain('"extra":{"venue":"Library"}')
    const calendar = await bodyOf('calendar.ics')
    expect(calendar).toContain(String.raw`LOCATION:Library\, Main street 1`)
    expect(calendar).toContain('CATEGORIES:tests,beginner')
    expect(calendar).toContain('X-LEVEL:beginner')
    expect(await bodyOf('events.json?topic=beginner')).toContain('First talk')
    expect(JSON.parse(await bodyOf('feed.json')).items[0]).toMatchObject({
      tags: ['tests', 'beginner'],
      content_text: expect.stringContaining('Library, Main street 1'),
    })
    expect(await bodyOf('feed.xml')).toContain('<category>beginner</category>')
    const {data} = await loader.touchpoints()
    const event = data[0] && publishTouchpoint(data[0], {extension: loader.extension})
    expect(event).toMatchObject({extra: {venue: 'Library'}, properties: {'X-LEVEL': 'beginner'}})
    expect(event && eventJsonLd(event, {pageUrl: siteUrl})).toMatchObject({
      location: {'@type': 'Place', name: 'Library, Main street 1'},
    })
  })

  test('gets the complete document', async () => {
    const extension = defineExtension({
      fields: {
        touchpoint: {
          fields: [{name: 'level', type: 'string'}],
          view: z.object({level: z.string().nullable()}),
          publish: (touchpoint) => {
            expectTypeOf(touchpoint.level).toEqualTypeOf<string | null>()
            expectTypeOf(touchpoint.series.title).toEqualTypeOf<string>()
            return {extra: {level: touchpoint.level, series: touchpoint.series.title}}
          },
        },
      },
    })
    const client = memoryClient([...documents, {...session, _id: 'second', level: 'advanced'}])
    const loader = createLoader({client, now, calendars: recordsOnly, extension})
    const {document} = await readSnapshot(loader, {now})
    const extras = document.events.flatMap(({extra}) => extra ?? [])
    expect(extras).toEqual([{series: 'Talks'}, {level: 'advanced', series: 'Talks'}])
  })
})

describe('what cannot be published', () => {
  const fails = () => {
    throw new Error('no venue')
  }

  test('does not take the calendar down: it is a problem of its document', async () => {
    const {own, derived, problems} = await published({touchpoint: fails, series: fails})
    expect(own).toMatchObject({title: 'First talk'})
    expect(derived).toMatchObject({title: 'Documentation: Talks'})
    // The series is published once, for all of its events.
    expect(problems).toMatchObject([
      {kind: 'document', documentId: 'series-talks', message: expect.stringContaining('no venue')},
      {kind: 'document', documentId: 'first', documentType: 'touchpoint'},
    ])
  })

  test('is reported to the logger when nobody receives problems: the console, without another one', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const loader = loaderWith({touchpoint: fails})
    const {data} = await loader.touchpoints()
    const {logger, messages} = recordingLogger()
    const options = {extension: loader.extension, logger}
    expect(data[0] && publishTouchpoint(data[0], options)).toBeDefined()
    expect(messages).toEqual([expect.stringContaining('"publish" of touchpoint')])
    expect(warned).not.toHaveBeenCalled()
    expect(data[0] && publishTouchpoint(data[0], {extension: loader.extension})).toBeDefined()
    expect(warned.mock.calls.join()).toContain('touchpoint first: "publish" of touchpoint')
    warned.mockRestore()
  })

  const cycle: {self?: unknown} = {}
  cycle.self = cycle

  // Programs in plain JavaScript, and values that a type calls any.
  test.each<[string, unknown]>([
    ['a promise', Promise.resolve({})],
    ['a text', 'Library'],
    ['extra values in a list', {extra: ['Library']}],
    ['a date', {extra: {at: new Date(0)}}],
    ['a number that JSON does not have', {extra: {at: Number.NaN}}],
    ['a function', {extra: {at: () => 1}}],
    ['a cycle', {extra: {cycle}}],
    ['a name with a space', {extra: {'the venue': 'Library'}}],
    ['a name that every object has', {extra: JSON.parse('{"__proto__": {"admin": true}}')}],
    ['too much', {extra: {text: 'x'.repeat(4000)}}],
    ['a place that is no text', {location: {name: 'Library'}}],
    ['categories that are no list', {categories: 'beginner'}],
    ['a property of iCalendar itself', {properties: {DTSTART: '20260101'}}],
    ['a property of the calendar', {properties: {'X-WR-CALNAME': 'Mine'}}],
    ['a property that is no number', {properties: {'X-SEATS': Number.NaN}}],
    ['a property that is no text', {properties: {'X-VENUE': {name: 'Library'}}}],
    ['a category that is no text', {categories: [{name: 'beginner'}]}],
    ['a misspelled name', {extras: {venue: 'Library'}}],
    [
      'a getter that throws',
      {
        get extra() {
          throw new Error('no venue')
        },
      },
    ],
    [
      'a getter that throws in a value',
      {
        extra: {
          get venue() {
            throw new Error('no venue')
          },
        },
      },
    ],
    ['a property with a line of its own', {properties: {'X-A:1\r\nATTENDEE': 'x'}}],
  ])('is reported and left out: %s', async (_, value) => {
    // @ts-expect-error The type of publish allows none of these.
    const {own, problems} = await published({touchpoint: () => value})
    expect(problems).toHaveLength(1)
    expect(problems).toMatchObject([{documentId: 'first'}])
    expect(own).not.toHaveProperty('extra')
    expect(own).not.toHaveProperty('properties')
    expect(own).not.toHaveProperty('location')
  })

  test('leaves the other values in place', async () => {
    const {own, problems} = await published({
      touchpoint: () => ({extra: {'a b': 1, venue: 'Library'}, location: 'Library'}),
    })
    expect(own).toMatchObject({extra: {venue: 'Library'}, location: 'Library'})
    expect(problems).toHaveLength(1)
  })
})

test('the largest extra values are left out alone, and each is reported', async () => {
  const {own, problems} = await published({
    touchpoint: () => ({
      extra: {long: 'x'.repeat(5000), venue: 'Library', longer: 'x'.repeat(6000), seats: 40},
    }),
  })
  expect(own?.extra).toEqual({venue: 'Library', seats: 40})
  const messages = problems.map(({message}) => message)
  expect(messages).toEqual([
    expect.stringContaining('"longer" has 6008'),
    expect.stringContaining('"long" has 5006'),
  ])
})

test('a site logs what it cannot publish, once a minute, and its health counts it', async () => {
  const warned: string[] = []
  const logger = {error: () => {}, warn: (message: string) => warned.push(message)}
  const fails = () => {
    throw new Error('no venue')
  }
  const second = {...session, _id: 'second', slug: {current: 'second'}}
  let clock = 0
  const loader = loaderWith({touchpoint: fails}, {clock: () => clock}, [second])
  const handle = createHandler({loader, siteUrl, logger})
  const answer = async (name: string) => (await handle(new Request(`${siteUrl}${name}`))).json()
  await answer('events.json')
  expect(warned).toEqual([expect.stringMatching(/: "publish" of touchpoint .*no venue.* 1 more/)])
  expect(await answer('health')).toMatchObject({problems: 2, problemsByKind: {publish: 2}})
  clock += 59_999
  await answer('events.json')
  expect(warned).toHaveLength(1)
  clock += 60_001
  await answer('events.json')
  expect(warned).toHaveLength(2)
})

describe('a hostile value', () => {
  const hostile =
    'a; b, c\\ "d"\r\nATTENDEE:mailto:x@example.com\u2028LAST-MODIFIED:x\u0000\u202E'.repeat(4)

  test('is one line of an iCalendar file, under its own name', async () => {
    const {own} = await published({
      touchpoint: () => ({
        extra: {note: hostile},
        location: hostile,
        categories: [hostile],
        properties: {'X-NOTE': hostile},
      }),
    })
    if (!own) throw new Error('There is no event.')
    const withUrl = {...own, url: siteUrl}
    const text = icalendar(eventsFormat.shape.events.parse([withUrl]), {
      title: 't',
      host: 'h.example',
    })
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }
    const event = new ICAL.default.Component(ICAL.default.parse(text)).getFirstSubcomponent(
      'vevent',
    )
    const flat = 'a; b, c\\ "d" ATTENDEE:mailto:x@example.com LAST-MODIFIED:x'.repeat(4)
    // ical.js returns properties that it does not know as they are written.
    const written = flat.replaceAll(/[\\;,]/g, (each) => `\\${each}`)
    expect(event?.getFirstPropertyValue('x-note')).toBe(written)
    expect(event?.getFirstPropertyValue('location')).toBe(flat)
    expect(event?.getFirstProperty('categories')?.getValues()).toEqual(['tests', flat])
    expect(event?.getFirstPropertyValue('url')).toBe(siteUrl)
    expect(event?.getAllProperties('attendee')).toEqual([])
    expect(JSON.stringify(own.extra)).not.toMatch(/\\u0000|\u202E/)
  })

  test('of an events.json of another site is no property', () => {
    const event = {properties: {'X-A:1\r\nATTENDEE': 'x', 'X-B': 'y'}}
    const base = {id: 'a', kind: 'feed' as const, title: 't', start: now, end: now}
    const rest = {allDay: false, floating: false, status: 'confirmed' as const}
    const lists = {topics: [], regions: [], calendars: [], people: []}
    const text = icalendar([{...base, ...rest, ...lists, ...event}], {title: 't', host: 'h'})
    expect(text).not.toContain('ATTENDEE')
    expect(text).toContain('X-B:y')
    expect(
      eventsFormat.shape.events.safeParse([{...base, ...rest, ...lists, ...event}]).success,
    ).toBe(false)
  })
})

test('a place that is a link stays out of feeds of news, which are public for years', () => {
  const event = {
    id: 'a',
    kind: 'touchpoint' as const,
    title: 't',
    start: '2026-03-10T14:00:00Z',
    end: '2026-03-10T15:00:00Z',
    allDay: false,
    floating: false,
    status: 'confirmed' as const,
    location: 'https://zoom.us/j/1',
    topics: [],
    regions: [],
    calendars: [],
    people: [],
  }
  const options = {title: 't', pageUrl: siteUrl, feedUrl: siteUrl}
  expect(rss(touchpointItems([event], now), options)).not.toContain('zoom')
})

describe('what an extension publishes of a meeting for members', () => {
  const secret = 'https://rooms.example/board?pwd=s3cret'
  const members = [{...session, audience: 'members', _id: 'board', slug: {current: 'board'}}]
  const publish: Publish = {
    touchpoint: () => ({
      extra: {
        title: `Join ${secret}`,
        code: 'Passcode: 123456',
        list: ['Passcode:', '123456', 'Bring tea.'],
        nested: {date: secret, floor: 2},
      },
      location: `Library ${secret}`,
      categories: [secret, 'board'],
      properties: {'X-ROOM': secret},
    }),
  }

  test('loses what lets visitors in, under any name', async () => {
    const {document} = await published(publish, {}, members)
    const event = document.events.find(({audience}) => audience === 'members')
    expect(event).toMatchObject({
      extra: {list: ['Bring tea.'], nested: {date: null, floor: 2}},
      location: 'Library',
      topics: ['tests', 'board'],
    })
    expect(event).not.toHaveProperty('properties')
    expect(JSON.stringify(event)).not.toMatch(/s3cret|123456/)
  })

  test('stays for members, so that this test can fail', async () => {
    const {document} = await published(publish, {audience: 'members'}, members)
    expect(JSON.stringify(document)).toContain('s3cret')
  })
})
