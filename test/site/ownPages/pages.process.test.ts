import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {lakeClient} from '../../support/lakeClient.ts'
import {spacedMarks} from '../../support/spacedMarks.ts'
import {type RunningSite, sampleFeeds, startLake, startSite} from '../../support/siteServer.ts'

const meetings = '/community/meetings/'
const secret = 'https://meet.example.org/secret-room'
let site: RunningSite
let lake: Awaited<ReturnType<typeof startLake>>

beforeAll(async () => {
  lake = await startLake('sample')
  await lakeClient(lake.url)
    .transaction()
    .create({
      _id: 'series-closed',
      _type: 'series',
      title: 'Closed round',
      slug: {_type: 'slug', current: 'closed-round'},
      meets: 'scheduled',
      lifecycle: 'active',
      audience: 'members',
      description: `Join ${secret}`,
      defaultLinks: {_type: 'meetingLinks', join: secret},
    })
    .create({
      _id: 'touchpoint-closed',
      _type: 'touchpoint',
      title: 'Closed session',
      slug: {_type: 'slug', current: 'closed-session'},
      series: {_type: 'reference', _ref: 'series-closed'},
      schedule: {
        _type: 'schedule',
        start: '2024-05-02T12:00:00Z',
        timeZone: 'Europe/Madrid',
        minutes: 60,
      },
      status: 'held',
      audience: 'members',
      summary: `Room: ${secret} Passcode: 123456`,
      topics: ['Members topic', 'Passcode: 123456'],
      guests: [
        {
          _type: 'guestAppearance',
          _key: 'a',
          role: 'guest',
          guest: {_type: 'reference', _ref: 'guest-mirko'},
        },
      ],
      links: {_type: 'meetingLinks', join: secret},
    })
    .commit()
  site = await startSite({SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds})
}, 120_000)

afterAll(async () => {
  await site.stop()
  await lake.stop()
})

async function pageOf(path: string): Promise<string> {
  const response = await fetch(`${site.url}${path}`)
  expect(`${path} ${response.status}`).toBe(`${path} 200`)
  return response.text()
}

/** The site's own host is that of SITE_URL. */
async function sitePaths(): Promise<string[]> {
  const text = await pageOf('/sitemap.xml')
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
}

/** Follows all links without parameters, as a crawler does. */
async function crawl(start: string): Promise<Map<string, {status: number; text: string}>> {
  const seen = new Map<string, {status: number; text: string}>()
  const queue = [start]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue
    const response = await fetch(`${site.url}${next}`)
    const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
    const text = isHtml ? await response.text() : ''
    seen.set(next, {status: response.status, text})
    const links = text.matchAll(/<a\s[^>]*?href="(\/[^"#?]*)(?:#[^"]*)?"/g)
    queue.push(...[...links].map(([, link = '']) => link))
  }
  return seen
}

test('the sitemap lists each page that links lead to, and every page that it lists is there', async () => {
  const listed = await sitePaths()
  const crawled = await crawl(meetings)
  const isPage = ([path]: readonly [string, unknown]) =>
    path.startsWith(meetings) && !path.startsWith(`${meetings}search/`)
  const pages = [...crawled].filter(isPage)
  expect(pages.filter(([, {status}]) => status !== 200)).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
  expect(pages.map(([path]) => path).filter((path) => !listed.includes(path))).toEqual([])
  for (const path of listed) await pageOf(path)
}, 120_000)

test('no page has a space before a comma, which a line break of a template would leave', async () => {
  const found: string[] = []
  for (const path of await sitePaths()) found.push(...spacedMarks(await pageOf(path)))
  expect(found).toEqual([])
}, 120_000)

test('an address without a page leads on: navigation, a search for its words, and sessions by their name', async () => {
  const response = await fetch(`${site.url}${meetings}2024-03-28-renamed-security/`)
  expect(response.status).toBe(404)
  const html = await response.text()
  expect(html).toContain('class="site-header"')
  expect(html).toMatch(/<input id="search-query"[^>]* value="renamed security"/)
  expect(html).toContain('Past touchpoints')
  expect(html).toContain(`href="${meetings}archive/"`)
  expect(html).toContain('<meta name="robots" content="noindex, follow">')
  expect(html).not.toContain('aria-current')
})

const kinds = [
  ['the calendar', 'calendar/', 'CollectionPage'],
  ['the archive', 'archive/', 'CollectionPage'],
  ['a year', 'archive/2024/', 'CollectionPage'],
  ['the groups', 'groups/', 'CollectionPage'],
  ['a group', 'groups/agentic-ai/', 'Organization'],
  ['the series', 'series/', 'CollectionPage'],
  ['a series', 'series/thursday-touchpoints/', 'EventSeries'],
  ['the people', 'people/', 'CollectionPage'],
  ['a person', 'people/mirko/', 'Person'],
  ['the topics', 'topics/', 'CollectionPage'],
  ['a topic', 'topics/ai/', 'CollectionPage'],
  ['the recordings', 'recordings/', 'CollectionPage'],
  ['a recording', 'recordings/regulated-environments/', 'VideoObject'],
  ['a session', '2024-03-28-security-management/', 'Event'],
] as const

describe.each(kinds)('the head of %s', (_, path, type) => {
  const attribute = (html: string, pattern: RegExp) =>
    pattern.exec(html)?.[1]?.replaceAll('&amp;', '&')

  test('has a title, a description, one canonical address and the same og:url', async () => {
    const html = await pageOf(`${meetings}${path}`)
    expect(attribute(html, /<title>([^<]+)<\/title>/)).toMatch(/ · TODO Group$/)
    expect(attribute(html, /<meta name="description" content="([^"]+)"/)).toMatch(/\S/)
    const canonical = attribute(html, /<link rel="canonical" href="([^"]+)"/)
    expect(new URL(canonical ?? '').pathname).toBe(`${meetings}${path}`)
    expect(attribute(html, /<meta property="og:url" content="([^"]+)"/)).toBe(canonical)
    expect(html.match(/<link rel="canonical"/g)).toHaveLength(1)
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
    expect(html).not.toContain('name="robots"')
  })

  test('has JSON-LD of its type, and the way to the page', async () => {
    const html = await pageOf(`${meetings}${path}`)
    const text = attribute(html, /<script type="application\/ld\+json">([^<]+)<\/script>/)
    const parts: {'@type': string}[] = JSON.parse(text ?? '')
    expect(parts.map((part) => part['@type'])).toEqual([type, 'BreadcrumbList'])
  })

  test('has an image of 1200 × 630 with an alternative text, kept by caches while its content is the same', async () => {
    const html = await pageOf(`${meetings}${path}`)
    const image = new URL(attribute(html, /<meta property="og:image" content="([^"]+)"/) ?? '')
    expect(attribute(html, /<meta property="og:image:alt" content="([^"]+)"/)).toMatch(/\S/)
    const response = await fetch(`${site.url}${image.pathname}${image.search}`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toContain('immutable')
    const {format, width, height} = await sharp(await response.arrayBuffer()).metadata()
    expect({format, width, height}).toEqual({format: 'png', width: 1200, height: 630})
  })
})

test('the description of a session has its day, hour and zone, and that of a year no name twice', async () => {
  const description = async (path: string) =>
    /<meta name="description" content="([^"]+)"/.exec(await pageOf(`${meetings}${path}`))?.[1]
  expect(await description('closed-session/')).toMatch(/^Thursday 2 May 2024, 14:00–15:00 .*Madrid/)
  expect(await description('archive/2024/')).toMatch(/^2024 · \d+ touchpoints$/)
})

describe('an address without a page', () => {
  test.each([
    'archive/1999/',
    'archive/2024/?page=2',
    'series/none/',
    'people/none/',
    'topics/none/',
    'recordings/none/',
    'people/?page=9',
    'people/?page=12345678',
    'people/?page=0',
    'people/?page=-1',
    'people/?page=abc',
    'series/thursday-touchpoints/?page=0',
    'groups/agentic-ai/?page=2',
    '?page=2',
  ])('%s answers 404', async (path) => {
    expect((await fetch(`${site.url}${meetings}${path}`)).status).toBe(404)
  })

  test('has no image either, so that nobody makes images with a text of their own', async () => {
    const paths = [`${meetings}people/none.png`, '/evil.png', `${meetings}search.png?q=evil`]
    for (const path of paths) {
      expect((await fetch(`${site.url}/media/cards${path}`)).status).toBe(404)
    }
  })
})

test('the list of what is on has the titles of the published events, because visitors know a meeting by one name', async () => {
  const response = await fetch(`${site.url}/api/events.json`)
  const {events}: {events: {id: string; title: string}[]} = await response.json()
  const titles = new Map(events.map(({id, title}) => [id, title]))
  const rows = (await pageOf(meetings)).split('<li id="on-').slice(1)
  const listed = rows.map((row) => {
    const title = /<h3 class="on-title">[^]*?<bdi>([^<]*)<\/bdi>/.exec(row)?.[1] ?? ''
    return [row.slice(0, row.indexOf('"')), title.replaceAll('&amp;', '&')]
  })
  expect(listed.length).toBeGreaterThan(5)
  expect(listed).toEqual(listed.map(([id = '']) => [id, titles.get(id)]))
})

test('robots.txt names the sitemap', async () => {
  expect(await pageOf('/robots.txt')).toContain('/sitemap.xml')
})

test('no page shows how to join a meeting for members, nor an image or the sitemap', async () => {
  const pages = [
    'closed-session/',
    'series/',
    'series/closed-round/',
    'archive/2024/',
    'people/mirko/',
    'topics/',
    'topics/members-topic/',
  ]
  const texts = await Promise.all([
    ...pages.map((path) => pageOf(`${meetings}${path}`)),
    pageOf('/sitemap.xml'),
  ])
  // It is there, and its room is not.
  expect(texts[0]).toContain('Closed session')
  expect(texts.filter((text) => text.includes('secret-room') || text.includes('123456'))).toEqual(
    [],
  )
})
