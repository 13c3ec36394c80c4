import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {withEditorsEvents} from '../../cli/dev/editorsEvents.ts'
import {withProjectEvents} from '../../cli/dev/projectEvents.ts'
import type {Settings} from '../../cli/dev/settings.ts'

let lake: Lake
let lakeAlone: RunningLake
let running: RunningLake
let settings: Settings

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
  // The port is known once the lake listens, so a second server serves the events.
  const plain = await serve(lake, {port: 0})
  settings = {
    ports: {site: 1, studio: 2, lake: plain.port},
    contentFolder: '/nowhere',
    dataFolder: '.',
    projectId: 'touchpoints',
    dataset: 'production',
  }
  running = await serve(withEditorsEvents(lake, settings), {port: 0})
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

it('requires a token where the lake has tokens, because there a stranger reads published content only', async () => {
  const tokens = [{token: 'read-0123456789abcdef', role: 'read', name: 'Site'}] as const
  const guarded = createLake({file: ':memory:', projectId: 'a', dataset: 'production', tokens})
  onTestFinished(() => guarded.close())
  const server = await serve(guarded, {port: 0})
  onTestFinished(() => server.close())
  const served = withEditorsEvents(guarded, {
    ...settings,
    projectId: 'a',
    ports: {...settings.ports, lake: server.port},
    readToken: tokens[0].token,
  })
  const statusWith = async (headers: Record<string, string>) => {
    const address = `${server.url}/touchpoints/events?${december}`
    return (await served.fetch(new Request(address, {headers}))).status
  }
  expect(await statusWith({})).toBe(401)
  expect(await statusWith({authorization: 'Bearer made-up-0123456789'})).toBe(401)
  expect(await statusWith({authorization: `Bearer ${tokens[0].token}`})).toBe(200)
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

describe('an extension of the project', () => {
  /** Requests the events of a project with this file. */
  async function eventsWith(text: string) {
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-events-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    writeFileSync(join(folder, 'touchpoints.extension.mjs'), text)
    const errors: string[] = []
    const shell = {folder, writeError: (line: string) => void errors.push(line)}
    const served = await withProjectEvents(lake, settings, shell)
    const address = `http://127.0.0.1:3900/touchpoints/events?${december}`
    const body: unknown = await (await served.fetch(new Request(address))).json()
    return {body, errors}
  }

  const zod = import.meta.resolve('zod')
  const levelOf = (publish: string) => `
    import * as z from '${zod}'
    const fields = [{name: 'level', type: 'string'}]
    const view = z.object({level: z.nullable(z.string())})
    export const extension = {fields: {touchpoint: {fields, view, publish: ${publish}}}}
  `

  it('shows editors what it publishes, because only the site had it before', async () => {
    const {body, errors} = await eventsWith(
      levelOf(
        `({title, level}) => ({extra: {level: level ?? 'all'}, location: 'Room of ' + title})`,
      ),
    )
    expect(errors).toEqual([])
    const [event]: unknown[] = Object(body).events
    expect(Object(body).published[Object(event).id]).toMatchObject({
      location: 'Room of Only a draft',
      extra: {level: 'all'},
    })
  })

  it('shows no secret of a meeting for members, as the site does', async () => {
    const {body} = await eventsWith(
      levelOf(`() => ({extra: {room: 'https://zoom.us/j/123456789'}})`),
    )
    expect(JSON.stringify(Object(body).published)).not.toContain('zoom.us')
  })

  it('is a problem when its function throws, and the events are shown', async () => {
    const {body} = await eventsWith(levelOf(`() => { throw new Error('no venue') }`))
    expect(body).toMatchObject({
      events: [{title: 'Only a draft'}],
      problems: expect.arrayContaining([
        expect.objectContaining({message: expect.stringContaining('no venue')}),
      ]),
    })
  })

  it.each([
    ['is no JavaScript', 'export const =', 'Could not load touchpoints.extension.mjs'],
    [
      'has an unknown type',
      'export const extension = {fields: {gest: {}}}',
      'Did you mean "guest"?',
    ],
    [
      'is refused by the loader',
      levelOf('undefined').replaceAll('level', 'title'),
      'touchpoint already has "title"',
    ],
  ])('that %s is reported, and the calendar works without it', async (_name, text, message) => {
    const {body, errors} = await eventsWith(text)
    expect(errors.join('')).toContain(message)
    expect(body).toMatchObject({events: [{title: 'Only a draft'}]})
    expect(body).not.toHaveProperty('published')
  })
})
