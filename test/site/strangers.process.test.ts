import {once} from 'node:events'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {hostileLinks} from '../support/hostileLinks.ts'
import {lakeClient} from '../support/lakeClient.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../support/siteServer.ts'

const stops: (() => Promise<void>)[] = []
let site: RunningSite

/** The built site over the sample content, with a feed that a stranger wrote. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-strangers-'))
  stops.push(() => rm(folder, {recursive: true}))
  const index: unknown = JSON.parse(await readFile(join(sampleFeeds, 'index.json'), 'utf8'))
  const addresses = Object.keys(Object(index)).map((address) => [address, 'feed.ics'])
  await writeFile(join(folder, 'index.json'), JSON.stringify(Object.fromEntries(addresses)))
  await writeFile(join(folder, 'feed.ics'), hostileFeed())
  const lake = await startLake('sample')
  stops.push(lake.stop)
  await lakeClient(lake.url).createOrReplace(membersMeeting)
  site = await startSite({
    SANITY_API_HOST: lake.url,
    SITE_URL: 'https://community.example',
    TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
    TOUCHPOINTS_DATA: join(folder, 'data'),
    TOUCHPOINTS_SAMPLE_FEEDS: folder,
  })
  stops.push(() => site.stop())
})

afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
})

const secret = 'Zx81secret'
const room = `https://us02web.zoom.us/j/81234567890?pwd=${secret}`

/** A meeting for members with its room in every text that the page shows. */
const membersMeeting = {
  _type: 'touchpoint',
  _id: 'touchpoint-members',
  title: `Members ${room}`,
  slug: {_type: 'slug', current: 'members'},
  series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
  schedule: {_type: 'schedule', start: '2024-03-26T13:00:00Z', timeZone: 'UTC', minutes: 60},
  status: 'confirmed',
  audience: 'members',
  summary: `The budget of 2024. Join ${room}, passcode: ${secret}`,
  topics: [`budget ${room}`],
  links: {_type: 'meetingLinks', join: room},
  agenda: [{_type: 'agendaItem', _key: 'a', title: `Welcome in ${room}`, kind: 'updates'}],
  chathamHouseRule: false,
}

/** A feed with every hostile link in every property, and one normal event. */
function hostileFeed(): string {
  const properties = ['URL', 'CONFERENCE;VALUE=URI', 'LOCATION', 'ATTACH', 'DESCRIPTION']
  const events = hostileLinks.flatMap(([, link], row) =>
    properties.map(
      (property, column) =>
        `BEGIN:VEVENT\r\nUID:${row}-${column}\r\nDTSTART:2024032${column + 1}T1${row % 10}0000Z\r\nSUMMARY:Hostile ${row} ${column} \u202e\r\n${property}:${link}\r\nEND:VEVENT\r\n`,
    ),
  )
  const normal =
    'BEGIN:VEVENT\r\nUID:n\r\nDTSTART:20240322T090000Z\r\nSUMMARY:Normal\r\nURL:https://normal.example/a?b=c\r\nEND:VEVENT\r\n'
  return `BEGIN:VCALENDAR\r\n${events.join('')}${normal}END:VCALENDAR\r\n`
}

/** Requests a path with a Host that the sender chose. */
async function get(path: string, host: string): Promise<{location: string; body: string}> {
  const {port} = new URL(site.url)
  const sent = request({host: '127.0.0.1', port, path, headers: {host, 'x-forwarded-host': host}})
  sent.end()
  const [response] = await once(sent, 'response')
  return {location: String(response.headers.location ?? ''), body: await text(response)}
}

const paths = [
  '/',
  ['/api/search?q=members', '/api/search/en.json', '/community/meetings/search/?q=budget'],
  ['/api/events.json', '/api/calendar.ics', '/api/feed.xml', '/api/feed.json'],
  ['/api/recordings.xml', '/api/recordings.json'],
].flat()

/** Returns the values of the attributes that a browser follows. */
function followed(html: string): string[] {
  const attributes = html.matchAll(/\s(?:href|src|srcset|action|formaction|data-player)="([^"]*)"/g)
  return [...attributes].map(([, value = '']) => value)
}

describe('a request with the Host of a stranger', () => {
  test.each(paths)('%s contains no link to that host', async (path) => {
    const {location, body} = await get(path, 'stranger.example')
    expect(location).not.toContain('stranger.example')
    expect(body.length + location.length).toBeGreaterThan(10)
    expect(body).not.toMatch(/stranger\.example/)
  })

  test('the page of the site names the host of SITE_URL, for search engines and calendars', async () => {
    const {location} = await get('/', 'stranger.example')
    const {body} = await get(location, 'stranger.example')
    expect(followed(body).filter((link) => link.includes('stranger'))).toEqual([])
    expect(body).toContain(`<link rel="canonical" href="https://community.example${location}"`)
    expect(body).toContain('href="webcal://community.example/api/calendar.ics"')
  })
})

test('no link of a stranger’s feed is on the page, and a normal one is', async () => {
  const {location} = await get('/', 'community.example')
  const {body} = await get(location, 'community.example')
  const links = followed(body)
  expect(body).toContain('Hostile 0 0')
  expect(body).not.toContain('\u202e')
  expect(links).toContain('https://normal.example/a?b=c')
  expect(links.filter((link) => !/^(?:https:|webcal:|mailto:|[/?#]|$)/.test(link))).toEqual([])
  expect(links.filter((link) => /evil|secret/.test(link))).toEqual([])
})

test('no link of a stranger’s feed is in events.json', async () => {
  const {body} = await get('/api/events.json', 'community.example')
  const {events}: {events: {title: string; url?: string; joinUrl?: string}[]} = JSON.parse(body)
  expect(events.length).toBeGreaterThan(50)
  const links = events.flatMap(({url, joinUrl}) => [url ?? [], joinUrl ?? []].flat())
  expect(links).toContain('https://normal.example/a?b=c')
  expect(links.filter((link) => !/^https?:\/\//.test(link) || /evil|secret/.test(link))).toEqual([])
})

describe('a meeting for members', () => {
  test('has a page with its topic, and its room in no text, attribute or metadata', async () => {
    const {location} = await get('/', 'community.example')
    const {body} = await get(`${location}members/`, 'community.example')
    expect(body).toContain('The budget of 2024')
    expect(body).not.toContain(secret)
    expect(body).not.toContain('81234567890')
  })

  test.each(['/', ...paths.slice(1), '/api/touchpoints/members.ics'])(
    '%s does not contain its room',
    async (path) => {
      const {location, body} = await get(path, 'community.example')
      const shown = location ? (await get(location, 'community.example')).body : body
      expect(shown.length).toBeGreaterThan(10)
      expect(shown).not.toContain(secret)
      expect(shown).not.toContain('81234567890')
    },
  )
})
