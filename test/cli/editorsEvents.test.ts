import {afterAll, beforeAll, expect, it} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {withEditorsEvents} from '../../cli/dev/editorsEvents.ts'

let lake: Lake
let lakeAlone: RunningLake
let running: RunningLake

beforeAll(async () => {
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const draft = {
    _id: 'drafts.session',
    _type: 'touchpoint',
    title: 'Only a draft',
    slug: {_type: 'slug', current: 'only-a-draft'},
    series: {_type: 'reference', _ref: 'series', _weak: true},
    schedule: {_type: 'schedule', start: '2026-12-03T12:00:00Z', timeZone: 'UTC', minutes: 60},
    status: 'planned',
    audience: 'members',
  }
  const series = {
    _id: 'series',
    _type: 'series',
    title: 'Thursdays',
    slug: {_type: 'slug', current: 'thursdays'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'members',
  }
  lake.import([
    {file: 'sample', text: [draft, series].map((each) => JSON.stringify(each)).join('\n')},
  ])
  const settings = {
    ports: {site: 1, studio: 2, lake: 0},
    contentFolder: '/nowhere',
    dataFolder: '.',
    projectId: 'touchpoints',
    dataset: 'production',
  }
  // The port is known once the lake listens, so a second server serves the events.
  const plain = await serve(lake, {port: 0})
  running = await serve(
    withEditorsEvents(lake, {...settings, ports: {...settings.ports, lake: plain.port}}),
    {port: 0},
  )
  lakeAlone = plain
})

afterAll(async () => {
  await Promise.all([running.close(), lakeAlone.close()])
  lake.close()
})

const requestEvents = (query: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${running.port}/touchpoints/events?${query}`, {headers})
const december = 'from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z'

it('shows editors the merged calendar with their drafts', async () => {
  const body: unknown = await (await requestEvents(december)).json()
  expect(body).toMatchObject({events: [{kind: 'touchpoint', title: 'Only a draft'}], feeds: []})
})

it('only pages of this machine may read it, because it contains drafts', async () => {
  const own = await requestEvents(december, {origin: 'http://localhost:3333'})
  expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:3333')
  expect((await requestEvents(december, {origin: 'https://evil.example'})).status).toBe(403)
})

it('an invalid time range is an error that names it, instead of an empty calendar', async () => {
  const response = await requestEvents('from=yesterday&to=2027-01-01T00:00:00Z')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('from is \\"yesterday\\"')
})

it('the lake handles every other request', async () => {
  const response = await fetch(`http://127.0.0.1:${running.port}/v1/ping`)
  expect(response.status).toBe(200)
})
