import {mkdtempSync, rmSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {joinedWords} from '../support/joinedWords.ts'
import {lakeClient} from '../support/lakeClient.ts'
import {type RunningSite, startLake, startSite} from '../support/siteServer.ts'
import {root} from '../support/workspaces.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchpoints-community-'))
const reference = (_ref: string) => ({_type: 'reference', _ref})
const slug = (current: string) => ({_type: 'slug', current})
const es = (_type: string, value: string) => [{_type, _key: 'es', language: 'es', value}]

const mondays = {
  _type: 'cadence',
  slots: [
    {
      _type: 'recurrence',
      _key: 'mondays',
      frequency: 'weekly',
      interval: 1,
      weekdays: ['MO'],
      time: '10:00',
      timeZone: 'Europe/Lisbon',
      startDate: '2026-01-05',
    },
  ],
  exceptions: [
    {_type: 'cadenceException', _key: 'a', kind: 'skipped', date: '2026-11-30', reason: 'Moving'},
    {
      _type: 'cadenceException',
      _key: 'b',
      kind: 'moved',
      date: '2026-12-07',
      toDate: '2026-12-09',
      reason: 'Public holiday',
    },
  ],
  breaks: [],
}

/** A community without a calendar of its own, with two meetings of one group. */
const documents = [
  {
    _type: 'community',
    _id: 'community',
    name: 'Example Commons',
    shortName: 'Commons',
    accentColor: '#8a3b12',
    accentColorDark: '#ffb36b',
    timeZone: 'Europe/Lisbon',
    languages: ['en', 'es', 'ar'],
    codeOfConductUrl: 'https://example.org/conduct',
    workspaces: [
      {
        _type: 'workspace',
        _key: 'chat',
        kind: 'zulip',
        name: 'Commons Chat',
        inviteUrl: 'https://chat.example.org/join',
      },
    ],
    vocabulary: {
      _type: 'vocabulary',
      session: {
        _type: 'term',
        singular: 'meetup',
        plural: 'meetups',
        translations: [
          {
            _type: 'termTranslation',
            _key: 'es',
            language: 'es',
            singular: 'encuentro',
            plural: 'encuentros',
          },
        ],
      },
    },
  },
  {
    _type: 'meetingsPage',
    _id: 'meetingsPage',
    title: 'Open meetings',
    titleTranslations: es('lineTranslation', 'Reuniones abiertas'),
    path: '/meetings/',
    sections: ['touchpoints', 'workingGroups', 'calendar'].map((kind) => ({
      _type: 'pageSection',
      _key: kind,
      kind,
      heading: `Part ${kind}`,
    })),
  },
  {
    _type: 'workingGroup',
    _id: 'group-docs',
    title: 'Docs',
    titleTranslations: es('lineTranslation', 'Documentación'),
    slug: slug('docs'),
    kind: 'SIG',
    phase: 'active',
    goals: [],
    channels: [
      {_type: 'channel', _key: 'a', kind: 'zulip', workspace: 'Commons Chat', name: '#docs'},
    ],
    links: [{_type: 'typedLink', _key: 'a', kind: 'charter', url: 'https://example.org/charter'}],
    roles: [
      {_type: 'groupRole', _key: 'a', role: 'Chair', person: reference('guest-ada')},
      {
        _type: 'groupRole',
        _key: 'b',
        role: 'Lead',
        person: reference('guest-bo'),
        from: '2024-01-01',
        to: '2025-12-31',
      },
    ],
  },
  {
    _type: 'workingGroup',
    _id: 'group-site',
    title: 'Website',
    slug: slug('website'),
    phase: 'active',
    parent: reference('group-docs'),
  },
  {_type: 'guest', _id: 'guest-ada', name: 'Ada Example', slug: slug('ada-example')},
  {_type: 'guest', _id: 'guest-bo', name: 'Bo Example', slug: slug('bo-example')},
  {
    _type: 'series',
    _id: 'series-call',
    title: 'Weekly call',
    slug: slug('docs-call'),
    group: reference('group-docs'),
    meets: 'standing',
    lifecycle: 'active',
    audience: 'everyone',
    minutes: 60,
    cadence: mondays,
    defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/docs'},
  },
  {
    _type: 'series',
    _id: 'series-review',
    title: 'Review',
    slug: slug('docs-review'),
    group: reference('group-docs'),
    meets: 'standing',
    lifecycle: 'active',
    audience: 'everyone',
    cadenceText: 'When a release is near',
  },
  {
    _type: 'touchpoint',
    _id: 'touchpoint-review',
    title: 'Review of the guide',
    slug: slug('review-of-the-guide'),
    series: reference('series-review'),
    schedule: {start: '2026-11-12T10:00:00Z', timeZone: 'Europe/Lisbon', minutes: 60},
    status: 'held',
    audience: 'everyone',
  },
  {
    _type: 'series',
    _id: 'series-old',
    title: 'Old call',
    slug: slug('old-call'),
    meets: 'standing',
    lifecycle: 'ended',
    audience: 'everyone',
  },
]

let site: RunningSite
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const lake = await startLake('empty')
  stops.push(lake.stop)
  lake.lake.import([
    {file: 'all.ndjson', text: documents.map((each) => JSON.stringify(each)).join('\n')},
  ])
  site = await startSite({
    SANITY_API_HOST: lake.url,
    SITE_URL: 'https://commons.example',
    TOUCHPOINTS_NOW: '2026-11-26T09:00:00Z',
    TOUCHPOINTS_DATA: folder,
  })
  stops.push(() => site.stop())
  client = lakeClient(lake.url)
})
let client: ReturnType<typeof lakeClient>

afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
  rmSync(folder, {recursive: true, force: true})
})

async function get(path: string): Promise<{status: number; location: string | null; html: string}> {
  const response = await fetch(site.url + path, {redirect: 'manual'})
  const {status, headers} = response
  return {status, location: headers.get('location'), html: await response.text()}
}

/** Returns the text that a visitor reads. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('a community without a calendar of its own', () => {
  test('has its name, links and colors on the page', async () => {
    const {html} = await get('/meetings/')
    expect(html).toContain('<title>Open meetings · Example Commons</title>')
    expect(html).toContain('href="https://example.org/conduct"')
    expect(html).toContain('href="https://chat.example.org/join"')
    const sheet = /href="(\/api\/theme\.css\?v=\w+)"/.exec(html)?.[1] ?? ''
    const response = await fetch(site.url + sheet)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await response.text()).toContain('light-dark(#8a3b12,#ffb36b)')
  })

  test('has its icon in tabs and on home screens, and the one of the project without it', async () => {
    const icons = async () => {
      const {html} = await get('/meetings/')
      return [...html.matchAll(/<link rel="((?:apple-touch-)?icon)" href="([^"]+)"/g)].map(
        ([, rel = '', href = '']) => ({
          rel,
          href: href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
        }),
      )
    }
    expect(await icons()).toEqual([{rel: 'icon', href: '/icon.svg'}])
    const file = await readFile(join(root, 'content/lantern/images/icon.png'))
    const asset = await client.assets.upload('image', file, {filename: 'icon.png'})
    const icon = {_type: 'image', asset: reference(asset._id)}
    await client.patch('community').set({icon}).commit()
    await expect.poll(async () => (await icons()).length).toBe(2)
    const links = await icons()
    expect(links.map(({rel}) => rel)).toEqual(['icon', 'apple-touch-icon'])
    for (const {href} of links) {
      const image = await fetch(site.url + href)
      expect([href, image.status, image.headers.get('content-type')]).toEqual([
        href,
        200,
        expect.stringMatching(/^image\//),
      ])
    }
  })

  test('shows the next date of a standing meeting, and not that nothing is scheduled', async () => {
    const text = textOf((await get('/meetings/')).html)
    expect(text).not.toContain('No upcoming meetups')
    expect(text).toContain('Every Monday at 10:00 (Lisbon) Next Wed 9 Dec, 10:00–11:00')
    expect(text).toMatch(/Moved from Monday 7 December 2026 Public holiday/)
    expect(text).toMatch(/Mon 30 Nov 10:00–11:00 Docs: Weekly call Canceled Moving/)
    expect(text).toContain('When a release is near')
  })

  test('names what has ended on the page of all series, after what meets', async () => {
    expect((await get('/meetings/')).html).not.toContain('Old call')
    const text = textOf((await get('/meetings/series/')).html)
    expect(text).toMatch(/Weekly call .*Wednesday 9 December 2026.* Ended .*Old call/)
  })

  test('shows the next meeting for each month in the address', async () => {
    const {html} = await get('/meetings/?month=2024-03')
    expect(textOf(html)).toContain('Next Wed 9 Dec, 10:00–11:00')
  })
})

describe('the page of a group', () => {
  test('has its people, links, channels, meetings and feed', async () => {
    const {status, html} = await get('/meetings/groups/docs/')
    const text = textOf(html)
    expect(status).toBe(200)
    expect(html).toContain(
      '<link rel="canonical" href="https://commons.example/meetings/groups/docs/"',
    )
    expect(text).toMatch(/Chair .*Ada Example/)
    expect(text).toMatch(/Formerly 1 .*Bo Example/)
    expect(text).toContain('#docs in Commons Chat')
    expect(html).toContain('href="https://example.org/charter"')
    expect(html).toContain('href="https://meet.example.org/docs"')
    expect(html).toContain('href="/meetings/groups/website/"')
    expect(text).toContain('Every Monday at 10:00 (Lisbon)')
    expect(text).toContain('30 November 2026 (Moving)')
    expect(text).toMatch(/Past meetups 1 .*Review of the guide/)
    const feed = await fetch(`${site.url}/api/calendar.ics?working-group=docs`)
    expect([feed.status, (await feed.text()).includes('SUMMARY:Docs: Weekly call')]).toEqual([
      200,
      true,
    ])
  })

  test.each(['/meetings/groups/nothing/', '/es/meetings/groups/nothing/'])(
    '%s does not exist',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('shows a role that was just published', async () => {
    await get('/meetings/groups/docs/')
    await client.patch('guest-ada').set({name: 'Ada Renamed'}).commit()
    await expect
      .poll(async () => (await get('/meetings/groups/docs/')).html)
      .toContain('Ada Renamed')
  })
})

describe('the languages of a page', () => {
  test('are those of the community, each with its own address', async () => {
    const {html} = await get('/es/meetings/')
    expect(html).toMatch(/<html lang="es" dir="ltr"/)
    expect(html).toContain('<title>Reuniones abiertas · Example Commons</title>')
    expect(html).toContain('<link rel="canonical" href="https://commons.example/es/meetings/"')
    const alternates = [...html.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)]
    expect(alternates.map(([, language, url]) => [language, url])).toEqual([
      ['en', 'https://commons.example/meetings/'],
      ['es', 'https://commons.example/es/meetings/'],
      ['ar', 'https://commons.example/ar/meetings/'],
      ['x-default', 'https://commons.example/meetings/'],
    ])
    expect(html).toContain('href="/es/meetings/groups/docs/"')
    expect(textOf(html)).toContain('Documentación')
    expect(textOf(html)).toContain('Encuentros anteriores')
    expect(html).toMatch(/<a href="\/meetings\/"[^>]*lang="en"/)
  })

  test('are also those of the calendar and the feeds', async () => {
    const {html} = await get('/es/meetings/')
    expect(html).toContain('href="/es/api/feed.xml"')
    expect(html).toMatch(/webcal:\/\/commons\.example\/es\/api\/calendar\.ics/)
    const calendar = await get('/es/api/calendar.ics')
    expect([calendar.status, calendar.html]).toEqual([
      200,
      expect.stringContaining('Documentación'),
    ])
    expect((await get('/api/calendar.ics')).html).toContain('Docs')
    const feed = await get('/es/api/feed.xml')
    expect(feed.html).toContain('<language>es</language>')
    expect(feed.html).toContain('<link>https://commons.example/es/</link>')
    // A date without a page of its own is on the page of its group.
    expect(feed.html).toContain('<link>https://commons.example/es/meetings/groups/docs/</link>')
    for (const path of ['/fr/api/calendar.ics', '/en/api/calendar.ics', '/es/api/other.ics']) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
  })

  test.each([
    '/meetings/',
    '/es/meetings/',
    '/meetings/groups/docs/',
    '/meetings/review-of-the-guide/',
  ])(
    'separate words in the text of %s, because copies and screen readers have no style sheet',
    async (path) => {
      expect(joinedWords((await get(path)).html)).toEqual([])
    },
  )

  test('follow the address only, so that every cache has the right page', async () => {
    const response = await fetch(`${site.url}/meetings/`, {headers: {'accept-language': 'es'}})
    expect(await response.text()).toMatch(/<html lang="en"/)
  })

  test('can be written from right to left', async () => {
    expect((await get('/ar/meetings/groups/docs/')).html).toMatch(/<html lang="ar" dir="rtl"/)
  })

  test.each(['/fr/meetings/', '/en/meetings/', '/ES/meetings/', '/es/es/meetings/'])(
    '%s is not an address, because the community has no such language',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('have a root that leads to their page', async () => {
    expect(await get('/es/')).toMatchObject({status: 302, location: '/es/meetings/'})
    expect(await get('/')).toMatchObject({status: 302, location: '/meetings/'})
  })
})
