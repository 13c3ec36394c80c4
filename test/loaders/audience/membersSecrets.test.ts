import {describe, expect, test} from 'vitest'

import {mergeEvents, parseCalendar, type CalendarReader} from '../../../calendar/index.ts'
import {createHandler} from '../../../loaders/adapters/http/index.ts'
import {representations} from '../../../loaders/adapters/http/representations.ts'
import {readSiteContent} from '../../../loaders/adapters/files/index.ts'
import {hugoFiles} from '../../../loaders/adapters/hugo/index.ts'
import {
  addToCalendarLinks,
  eventJsonLd,
  publishEvents,
  publishTouchpoint,
} from '../../../loaders/feeds/index.ts'
import {
  createLoader,
  guestView,
  recordingView,
  seriesView,
  touchpointView,
  workingGroupView,
  type Loader,
  type LoaderSettings,
  type QueryClient,
  silent,
} from '../../../loaders/index.ts'
import {lastGood, memoryAnswers, type AnswerStore} from '../../../loaders/lastGood/index.ts'
import type {Audience} from '../../../loaders/audience/audience.ts'
import {datasetRules} from '../../../loaders/rules/index.ts'
import {failingClient} from '../../support/failingClient.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {
  plantedDocument,
  plantedLanguage,
  Planter,
  recurrence,
} from '../../support/plantedDocument.ts'
import {readContent} from '../../support/readContent.ts'
import {renamedGroup, renamedSession} from './renamedViews.ts'

const now = '2024-03-20T00:00:00Z'
const siteUrl = 'https://community.example/'
const window = {from: '2024-03-01T00:00:00Z', to: '2024-05-01T00:00:00Z'}
const planter = new Planter()

const ids: Record<string, string> = {
  series: 'series-planted',
  touchpoint: 'touchpoint-planted',
  calendar: 'calendar-todo',
}
const target = (type: string) => ids[type]
const plant = (
  id: string,
  type: Parameters<typeof plantedDocument>[1],
  fields: Record<string, unknown>,
) => plantedDocument(id, type, {planter, target, fields})

const room = planter.link('series room')
const skipped = {
  _key: 'a',
  kind: 'skipped',
  date: '2024-04-09',
  reason: planter.text('skipped date'),
}
const series = plant('series-planted', 'series', {
  audience: 'members',
  slug: {_type: 'slug', current: 'planted'},
  meets: 'scheduled',
  lifecycle: 'active',
  group: null,
  eventUid: null,
  cadence: {slots: [{...recurrence, _key: 'a'}], exceptions: [skipped]},
  defaultLinks: {join: room, agenda: planter.link('series agenda')},
})
const session = (id: string, start: string, fields: Record<string, unknown>) =>
  plant(id, 'touchpoint', {
    audience: 'members',
    slug: {_type: 'slug', current: id},
    schedule: {start, timeZone: 'UTC', minutes: 60},
    guests: [{_key: 'a', role: 'guest', guest: {_type: 'reference', _ref: 'guest-planted'}}],
    ...fields,
  })
const documents = [
  series,
  session('touchpoint-planted', '2024-03-28T13:00:00Z', {
    status: 'cancelled',
    eventUid: 'linked@feed',
  }),
  session('touchpoint-planted-2', '2024-04-04T13:00:00Z', {
    status: 'planned',
    eventUid: null,
    cancelReason: null,
    cancelReasonTranslations: null,
  }),
  // Without texts of its own, its description comes from the feed.
  session('touchpoint-planted-3', '2024-04-05T13:00:00Z', {
    status: 'planned',
    eventUid: 'described@feed',
    summary: null,
    cancelReason: null,
    cancelReasonTranslations: null,
  }),
  // Its link is invalid, so it is left out, and a problem says so.
  session('touchpoint-broken', '2024-04-06T13:00:00Z', {
    status: 'planned',
    eventUid: null,
    cancelReason: null,
    cancelReasonTranslations: null,
    links: {join: `zoom.us/j/1?pwd=${planter.next('broken')}`},
    agenda: null,
    titleTranslations: null,
    summaryTranslations: null,
  }),
  plant('group-planted', 'workingGroup', {
    title: 'Confidential planning',
    slug: {_type: 'slug', current: 'planted-group'},
    phase: 'active',
    parent: null,
    roles: [
      {
        _key: 'a',
        role: planter.text('role'),
        note: planter.text('note of a role'),
        person: {_type: 'reference', _ref: 'guest-planted'},
      },
    ],
  }),
  plant('series-of-group', 'series', {
    audience: 'members',
    slug: {_type: 'slug', current: 'planted-call'},
    meets: 'standing',
    lifecycle: 'active',
    group: {_type: 'reference', _ref: 'group-planted'},
    cadence: {slots: [{...recurrence, _key: 'a', weekdays: ['MO']}]},
    eventUid: null,
  }),
  // Its dates are only in the calendar, under a title that says nothing.
  plant('series-in-calendar', 'series', {
    audience: 'members',
    slug: {_type: 'slug', current: 'planted-in-calendar'},
    meets: 'standing',
    lifecycle: 'active',
    group: {_type: 'reference', _ref: 'group-planted'},
    cadence: null,
    calendar: {_type: 'reference', _ref: 'calendar-todo'},
    eventUid: 'named@feed',
  }),
  plant('recording-planted', 'recording', {
    slug: {_type: 'slug', current: 'planted-recording'},
    availability: 'notRecorded',
  }),
]
const inherits = {
  _id: 'touchpoint-open',
  _type: 'touchpoint',
  title: 'Open house',
  slug: {_type: 'slug', current: 'open-house'},
  series: {_type: 'reference', _ref: 'series-planted'},
  schedule: {start: '2024-04-11T13:00:00Z', timeZone: 'UTC', minutes: 60},
  status: 'planned',
  audience: 'everyone',
}
const guest = {
  _id: 'guest-planted',
  _type: 'guest',
  name: 'Ana',
  slug: {_type: 'slug', current: 'ana'},
  bio: 'Plans.',
}

/** Returns an event in which every text has a secret. */
function feedEvent(uid: string, start: string, fields: readonly string[] = []): string[] {
  const text = (name: string) => planter.text(`${uid} ${name}`).replaceAll(',', String.raw`\,`)
  const texts: Record<string, () => string> = {
    SUMMARY: () => `SUMMARY:${text('summary')}`,
    DESCRIPTION: () => `DESCRIPTION:${text('description')}`,
    LOCATION: () => `LOCATION:${text('location')}`,
    URL: () => `URL:${planter.link(`${uid} url`)}`,
    CONFERENCE: () => `CONFERENCE:${planter.link(`${uid} conference`)}`,
    CATEGORIES: () => `CATEGORIES:${text('categories')}`,
    ORGANIZER: () => `ORGANIZER;CN="${text('organizer')}":https://x.example`,
  }
  const own = Object.entries(texts)
    .filter(([name]) => !fields.some((line) => line.startsWith(`${name}:`)))
    .map(([, write]) => write())
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${start}`,
    'DURATION:PT1H',
    ...own,
    ...fields,
  ].concat('END:VEVENT')
}
const feed = [
  'BEGIN:VCALENDAR',
  ...feedEvent('linked@feed', '20240328T130000Z'),
  ...feedEvent('described@feed', '20240405T130000Z'),
  // Another time and title, in the room of the members' series.
  ...feedEvent('room@feed', '20240412T090000Z', [`CONFERENCE:${room}`]),
  // The call of the group, known by its title only.
  ...feedEvent('group@feed', '20240413T090000Z', ['SUMMARY:Confidential planning (moved)']),
  // A series of the group names it.
  ...feedEvent('named@feed', '20240414T090000Z', ['SUMMARY:Call']),
  'END:VCALENDAR',
].join('\r\n')

/** The state of a feed names events that have changed. */
const changedEvent = {what: 'added' as const, title: planter.text('changed event')}

const calendars: CalendarReader = ({feeds, touchpoints, cadences, ...request}) => {
  const sources = feeds.map(({id, title, own}) => ({
    kind: 'feed' as const,
    id,
    title,
    own,
    calendar: parseCalendar(id === 'calendar-todo' ? feed : ''),
  }))
  const own = [
    {kind: 'touchpoints', touchpoints},
    {kind: 'cadences', cadences},
  ] as const
  const change = {at: now, added: 1, removed: 0, changed: 0, examples: [changedEvent]}
  const health = {state: 'fresh', failures: 0, lastSuccessAt: now, eventCount: 4, change} as const
  const reports = [{id: 'calendar-todo', title: 'Own', health}]
  return Promise.resolve({...mergeEvents([...sources, ...own], request), feeds: reports})
}

const updated = {_updatedAt: '2024-01-01T00:00:00Z'}
const sampleTypes = new Set(['calendar', 'community', 'meetingsPage', 'organization'])
const sample = readContent().filter(({_type}) => sampleTypes.has(_type))
const stored = [...sample, ...documents, inherits, guest].map((each) => ({
  ...updated,
  ...each,
}))

function loaderFor(audience?: Audience, settings: Partial<LoaderSettings> = {}): Loader {
  return loaderOver(memoryClient(stored), {...settings, ...(audience && {audience})})
}

function loaderOver(client: QueryClient, settings: Partial<LoaderSettings>): Loader {
  return createLoader({client, now, calendars, rules: datasetRules, ...settings})
}

/** Every method of a loader. The compiler asks for a new one. */
const methods = {
  meetingsPage: (loader) => loader.meetingsPage({window}),
  touchpoints: (loader) => loader.touchpoints({limit: 1000}),
  community: (loader) => loader.community(),
  inLanguage: async (loader) => {
    const other = loader.inLanguage(plantedLanguage)
    return [await other.meetingsPage({window}), await other.events(window), await other.series()]
  },
  nextTouchpoints: (loader) => loader.nextTouchpoints(),
  series: (loader) => loader.series(),
  guests: (loader) => loader.guests(),
  workingGroups: (loader) => loader.workingGroups(),
  recordings: (loader) => loader.recordings(),
  calendars: (loader) => loader.calendars(),
  events: async (loader) => [
    await loader.events(window),
    await loader.events({page: (await loader.meetingsPage({window})).data}),
    await loader.events({page: structuredClone((await loader.meetingsPage({window})).data)}),
  ],
  preview: async (loader) => {
    const preview = loader.preview({token: 'token'})
    return [await preview.meetingsPage({window}), await preview.events(window)]
  },
  read: async (loader) => [
    ...(await Promise.all(
      [touchpointView, seriesView, workingGroupView, recordingView, guestView].map((view) =>
        loader.read(view),
      ),
    )),
    await loader.read(renamedSession),
    await loader.read(renamedGroup),
  ],
  extension: async (loader) => loader.extension,
  now: async (loader) => loader.now(),
  clock: async (loader) => loader.clock(),
  audience: async (loader) => loader.audience,
  health: async (loader) => loader.health(),
  check: (loader) => loader.check(),
} satisfies Record<keyof Loader, (loader: Loader) => Promise<unknown>>

/** Everything that a site makes of it, by name. */
async function outputsOf(loader: Loader): Promise<[string, string][]> {
  const handle = createHandler({loader, siteUrl, logger: silent})
  const served = [...representations.keys(), 'health'].map(
    async (name): Promise<[string, string]> => [
      name,
      await (await handle(new Request(`${siteUrl}${name}`))).text(),
    ],
  )
  const content = await readSiteContent(loader, {now})
  const files = (['files', 'adapter'] as const).flatMap((pages) => [
    ...hugoFiles(content, {siteUrl, pages}),
  ])
  const [{data: touchpoints}, {data: groups}, {data: all}, events] = await Promise.all([
    loader.touchpoints({limit: 1000}),
    loader.workingGroups(),
    loader.series(),
    loader.events(window),
  ])
  const published = [
    ...publishEvents(events.data, {touchpoints, series: all, workingGroups: groups}),
    ...touchpoints.flatMap((touchpoint) => publishTouchpoint(touchpoint) ?? []),
  ]
  return [
    ...(await Promise.all(served)),
    ...files,
    ['publishEvents', JSON.stringify(published)],
    ['JSON-LD', JSON.stringify(published.map((each) => eventJsonLd(each, {pageUrl: siteUrl})))],
    ['add links', decodeURIComponent(JSON.stringify(published.map(addToCalendarLinks)))],
  ]
}

const secretsIn = (text: string) => planter.secrets.filter((secret) => text.includes(secret))

describe('a secret in any text of a members’ session, series, group, recording or feed event', () => {
  test.each(Object.entries(methods))('is not in what %s() returns', async (_, call) => {
    expect(secretsIn(JSON.stringify([await call(loaderFor())]))).toEqual([])
  })

  test('is in no representation, no file of Hugo and no output of the feeds', async () => {
    const outputs = await outputsOf(loaderFor())
    const leaking = outputs.map(([name, text]) => [name, ...secretsIn(text)])
    expect(leaking.filter(([, ...secrets]) => secrets.length > 0)).toEqual([])
    const names = outputs.map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining([...representations.keys(), 'publishEvents']))
  })

  test('is there with the audience members, so that this test can fail', async () => {
    const results = await Promise.all(
      Object.values(methods).map((call) => call(loaderFor('members'))),
    )
    const seen = secretsIn(JSON.stringify(results))
    const hidden = planter.secrets.filter((secret) => !seen.includes(secret))
    expect(hidden.map((secret) => secret.replace(/^s3cret-\d+-/, ''))).toEqual([
      // The editors' own text outranks it.
      'linked-feed-description',
    ])
  })

  test('does not take the meetings away: they keep their dates and their audience', async () => {
    const {data} = await loaderFor().events(window)
    const members = data.filter(({audience}) => audience === 'members')
    expect(members.map(({start}) => start)).toEqual(
      expect.arrayContaining(['2024-03-28T13:00:00Z', '2024-04-04T13:00:00Z']),
    )
    expect(data.find(({id}) => id.includes('room@feed'))?.audience).toBe('members')
    expect(data.find(({id}) => id.includes('group@feed'))?.audience).toBe('members')
    expect(data.find(({id}) => id.includes('named@feed'))).toMatchObject({
      audience: 'members',
      series: {id: 'series-in-calendar'},
      groupId: 'group-planted',
    })
  })
})

describe('while the lake is down', () => {
  const {preview: _, ...visible} = methods

  /** A site that is up, and the same site after a restart with the lake down. */
  async function site() {
    const texts: string[] = []
    const inner = memoryAnswers()
    const store: AnswerStore = {
      get: (key) => inner.get(key),
      set: (key, text) => {
        texts.push(text)
        return inner.set(key, text)
      },
      removeWhere: (isOutdated) => inner.removeWhere(isOutdated),
    }
    const answers = lastGood(store)
    const lake = failingClient(memoryClient(stored))
    const running = loaderOver(lake.client, {lastGood: answers})
    for (const call of Object.values(visible)) await call(running)
    await outputsOf(running)
    await answers.settled()
    lake.fail('refuse')
    return {texts, running, restarted: loaderOver(lake.client, {lastGood: lastGood(store)})}
  }

  test('no secret is in what is stored', async () => {
    const {texts} = await site()
    expect(texts.length).toBeGreaterThan(5)
    expect(secretsIn(texts.join())).toEqual([])
  })

  test.each(['running', 'restarted'] as const)('a %s site shows no secret', async (name) => {
    const {[name]: loader} = await site()
    const results: unknown[] = []
    for (const call of Object.values(visible)) results.push(await call(loader))
    expect(secretsIn(JSON.stringify(results))).toEqual([])
    const outputs = await outputsOf(loader)
    expect(outputs.flatMap(([, text]) => secretsIn(text))).toEqual([])
    expect(loader.health()).toMatchObject({state: 'unavailable'})
  })

  test('a running site still knows the rooms, so that it shows the same as before', async () => {
    const {running} = await site()
    const {data} = await running.events(window)
    expect(data).toEqual((await loaderFor().events(window)).data)
  })

  test('after a restart an event in an unknown room keeps its date and is not said to be for members', async () => {
    const {restarted} = await site()
    const {data} = await restarted.events(window)
    const event = data.find(({id}) => id.includes('room@feed'))
    expect([event?.start, event?.audience]).toEqual(['2024-04-12T09:00:00Z', undefined])
  })

  test('results for members are not stored, so that nobody else gets them', async () => {
    let writes = 0
    const store: AnswerStore = {
      ...memoryAnswers(),
      set: async () => void (writes += 1),
    }
    const answers = lastGood(store)
    await loaderFor('members', {lastGood: answers}).meetingsPage()
    await answers.settled()
    expect(writes).toBe(0)
  })
})
