import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {startLake, startSite} from '../support/siteServer.ts'

const stops: (() => Promise<void>)[] = []
let url = ''

beforeAll(async () => {
  const lake = await startLake('empty')
  const site = await startSite({SANITY_API_HOST: lake.url, SITE_URL: 'https://example.org'})
  stops.push(site.stop, lake.stop)
  ;({url} = site)
})

afterAll(async () => {
  for (const stop of stops) await stop()
})

const meetings = '/community/meetings/'

describe('a site of an empty dataset', () => {
  test.for([
    ['', 'Nothing is planned yet.'],
    ['calendar/', 'No events in this month.'],
    ['archive/', 'No sessions yet.'],
    ['series/', 'No series yet.'],
    ['groups/', 'No groups yet.'],
    ['people/', 'No people yet.'],
    ['topics/', 'No topics yet.'],
    ['recordings/', 'No recordings yet.'],
    ['search/', 'Search'],
    ['search/?q=hello', 'No results for “hello”.'],
  ])('says what is empty at %s', async ([path = '', text = '']) => {
    const response = await fetch(`${url}${meetings}${path}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(text)
  })

  test('has no word for its owner, because this one has a public address', async () => {
    const page = await (await fetch(`${url}${meetings}`)).text()
    expect(page).not.toMatch(/Studio|your machine/)
  })

  test('has feeds that calendar programs can read, without an event', async () => {
    const feed = await (await fetch(`${url}/api/calendar.ics`)).text()
    expect(feed).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(feed).toMatch(/END:VCALENDAR\r\n$/)
    expect(feed).not.toContain('VEVENT')
    const events: unknown = await (await fetch(`${url}/api/events.json`)).json()
    expect(events).toMatchObject({version: 1, events: []})
  })

  test.for([
    '/sitemap.xml',
    '/robots.txt',
    '/api/theme.css',
    '/api/legend.css',
    '/api/search/en.json',
  ])('answers %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(200)
  })
})
