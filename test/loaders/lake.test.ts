import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {createLoader, edit, isTouchpointsError, type Loader} from '../../loaders/index.ts'
import {readContent} from '../support/readContent.ts'
import {group as communityGroup, series, session, translations} from './smallCommunity.ts'

const address = {projectId: 'community', dataset: 'production'}
const now = '2024-03-20T00:00:00Z'
const token = 'a-token-that-may-do-everything'

let lake: Lake
let server: RunningLake
let loader: Loader

beforeAll(async () => {
  const tokens = [{token, role: 'write', name: 'Test'}] as const
  lake = createLake({file: ':memory:', ...address, tokens})
  const text = readContent().map((document) => JSON.stringify(document))
  lake.import([{file: 'sample', text: text.join('\n')}])
  server = await serve(lake, {port: 0})
  loader = createLoader({...address, apiHost: server.url, now, studioUrl: 'http://localhost:3333'})
})

afterAll(async () => {
  await server.close()
  lake.close()
})

function writer() {
  return createClient({
    ...address,
    token,
    apiHost: server.url,
    apiVersion,
    useProjectHostname: false,
    useCdn: false,
  })
}

describe('a loader on a served lake', () => {
  test('returns the page of the sample without problems, with its sync tags', async () => {
    const {data, problems, syncTags} = await loader.meetingsPage()
    expect(problems).toEqual([])
    expect(data.page?.path).toBe('/community/meetings/')
    const groups = readContent().filter(({_type}) => _type === 'workingGroup')
    expect(data.workingGroups).toHaveLength(groups.length)
    expect(data.community?.name).toBe('TODO Group')
    expect(syncTags.length).toBeGreaterThan(0)
  })

  test('pages through past sessions without returning all of them', async () => {
    const late = {when: 'past', now: '2026-12-31T00:00:00Z', limit: 5} as const
    const first = await loader.touchpoints(late)
    const second = await loader.touchpoints({...late, offset: 5})
    const starts = [...first.data, ...second.data].map(({schedule}) => schedule.start)
    expect(starts).toEqual(starts.toSorted().toReversed())
    expect(new Set(starts).size).toBeGreaterThan(8)
    expect(first.total).toBe(second.total)
    expect(first.total).toBeGreaterThan(10)
  })

  test('filters by series, guest, topic, window and slug', async () => {
    const slugs = async (filter: Parameters<Loader['touchpoints']>[0]) =>
      (await loader.touchpoints(filter)).data.map(({slug}) => slug)
    const slug = '2024-03-28-security-management'
    expect(await slugs({slug})).toEqual([slug])
    expect(await slugs({guest: 'mirko'})).toContain(slug)
    expect(await slugs({guest: 'mirko'})).not.toContain('2024-04-12-friday-touchpoint')
    expect(await slugs({topic: 'EU policy'})).toEqual([slug])
    expect(await slugs({series: 'thursday-touchpoints'})).toContain(slug)
    expect(await slugs({series: 'monday-touchpoints'})).not.toContain(slug)
    const during = {from: '2024-03-28T13:30:00Z', to: '2024-03-28T13:31:00Z'}
    expect(await slugs({window: during})).toEqual([slug])
    const after = {from: '2024-03-28T14:00:00Z', to: '2024-03-28T15:00:00Z'}
    expect(await slugs({window: after}), 'a session that ends as the window starts').toEqual([])
  })

  test('lists a session as upcoming until it ends', async () => {
    const {data: during} = await loader.nextTouchpoints({now: '2024-03-28T13:59:59Z'})
    expect(during[0]?.slug).toBe('2024-03-28-security-management')
    const {data: after} = await loader.nextTouchpoints({now: '2024-03-28T14:00:00Z'})
    expect(after[0]?.slug).not.toBe('2024-03-28-security-management')
  })
})

describe('a group on a served lake', () => {
  const group = communityGroup('lake', 'Lake group', {
    titleTranslations: translations({es: 'Grupo del lago'}),
  })
  const weekly = series('weekly', 'Weekly', {
    audience: 'members',
    group: {_type: 'reference', _ref: group._id},
  })

  beforeAll(async () => {
    const last = session('of-group', '2030-01-01T00:00:00Z')
    const documents: {_id: string; _type: string}[] = [group, weekly, last]
    for (const each of documents) await writer().create(each)
  })

  afterAll(async () => {
    const ids = ['session-of-group', weekly._id, group._id]
    await writer()
      .transaction(ids.map((id) => ({delete: {id}})))
      .commit()
  })

  test('has its sessions, in a language and by its slug', async () => {
    const {data} = await loader.inLanguage('es-MX').touchpoints({group: 'lake'})
    expect(data).toMatchObject([{slug: 'of-group', series: {group: {title: 'Grupo del lago'}}}])
    expect((await loader.recordings({group: 'lake'})).data).toEqual([])
  })

  test('knows that one of its series is for members', async () => {
    const {data} = await loader.workingGroups()
    const members = data.filter(({hasMembersMeetings}) => hasMembersMeetings)
    expect(members.map(({slug}) => slug)).toContain('lake')
    expect(members.length).toBeLessThan(data.length)
  })
})

describe('invalid content that another program wrote', () => {
  const broken = {
    _id: 'broken',
    _type: 'touchpoint',
    title: 'Broken',
    slug: {_type: 'slug', current: 'broken'},
    series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
    schedule: {_type: 'schedule', start: 'next Thursday', timeZone: 'CET', minutes: 60},
    status: 'planned',
    audience: 'everyone',
  }

  test('is reported with advice and a link, and the rest of its list is returned', async () => {
    const before = await loader.meetingsPage()
    await writer().create(broken)
    const {data, problems} = await loader.meetingsPage()
    await writer().delete('broken')
    expect(data.upcoming).toEqual(before.data.upcoming)
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatchObject({
      kind: 'document',
      documentId: 'broken',
      documentType: 'touchpoint',
      path: 'schedule.start',
      studioUrl: 'http://localhost:3333/intent/edit/id=broken;type=touchpoint/',
    })
    expect(problems[0]?.message).toContain(
      '"schedule.start" is "next Thursday". Expected a date and time',
    )
  })

  test('makes a strict loader throw an error with every problem', async () => {
    await writer().create(broken)
    const strict = createLoader({...address, apiHost: server.url, now, strict: true})
    const error: unknown = await strict.meetingsPage().catch((reason: unknown) => reason)
    await writer().delete('broken')
    expect(isTouchpointsError(error) && error.code === 'problems' && error.problems).toHaveLength(2)
  })

  test('removes a broken guest from their sessions, not the sessions from the page', async () => {
    await writer().patch('guest-mirko').set({name: ''}).commit()
    const {data, problems} = await loader.touchpoints({slug: '2024-03-28-security-management'})
    await writer().patch('guest-mirko').set({name: 'Mirko'}).commit()
    expect(data[0]?.guests.map(({guest}) => guest.name)).toEqual([
      'Dana Wang',
      'Georg Kunz',
      'Lumi',
    ])
    expect(problems).toMatchObject([{documentId: 'guest-mirko', path: 'name'}])
  })

  test('may refer to a missing document without failing a list', async () => {
    const nowhere = {_type: 'reference', _ref: 'nowhere', _weak: true}
    const appearance = {_type: 'guestAppearance', _key: 'x', role: 'guest', guest: nowhere}
    const touchpoint = 'touchpoint-2024-03-28'
    await writer().patch(touchpoint).append('guests', [appearance]).commit()
    const {data, problems} = await loader.touchpoints({slug: '2024-03-28-security-management'})
    await writer().patch(touchpoint).unset(['guests[_key=="x"]']).commit()
    expect(data[0]?.guests).toHaveLength(4)
    expect(problems).toEqual([])
  })
})

describe('a preview on a served lake', () => {
  test('shows a draft in place of the published document, with attributes that open it', async () => {
    const id = 'touchpoint-2024-03-28'
    const published = await writer().getDocument(id)
    await writer().create({
      ...published,
      _id: `drafts.${id}`,
      _type: 'touchpoint',
      title: 'Renamed',
    })
    const filter = {slug: '2024-03-28-security-management'}
    const preview = await loader.preview({token}).touchpoints(filter)
    const visitors = await loader.touchpoints(filter)
    await writer().delete(`drafts.${id}`)
    const [shown] = preview.data
    expect(shown?.title).toBe('Renamed')
    expect(shown && edit(shown, 'title')).toContain(`id=${id};type=touchpoint;path=title;`)
    expect(visitors.data[0]?.title).not.toBe('Renamed')
  })

  test('fails with a wrong token, and the error says what to check', async () => {
    const refused = loader.preview({token: 'wrong'}).series()
    await expect(refused).rejects.toMatchObject({code: 'query'})
    await expect(refused).rejects.toThrow('Check that the token')
  })
})

test('an unreachable lake is an error that names the address, not an empty page', async () => {
  const nowhere = createLoader({...address, apiHost: 'http://localhost:3949'})
  await expect(nowhere.series()).rejects.toMatchObject({
    code: 'query',
    name: 'QueryError',
    message: expect.stringContaining('http://localhost:3949 (connection refused)'),
  })
})

test.each([
  ['projectId', {...address, projectId: 'https://x'}],
  ['SANITY_STUDIO_PROJECT_ID', {...address, projectId: undefined}],
  ['dataset', {...address, dataset: ''}],
  ['apiHost', {...address, apiHost: 'localhost:3900'}],
  ['now', {...address, now: 'today'}],
])(
  'an invalid %s is named when the loader is created, not at the first visit',
  (option, options) => {
    expect(() => createLoader(options)).toThrow(option)
  },
)
