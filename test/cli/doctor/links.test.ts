import {createServer, type RequestListener} from 'node:http'
import {once} from 'node:events'
import {afterEach, expect, test} from 'vitest'

import {guardedFetch, type FeedFetch} from '../../../calendar/fetch/index.ts'
import {checkLinks} from '../../../cli/doctor/checkLinks.ts'
import {commandLine} from '../../support/commandLine.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {startLake} from '../../support/siteServer.ts'

const closings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
})

/** A host that answers as its listener does. */
async function host(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closings.push(() => {
    server.closeAllConnections()
    return new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

/** A lake whose documents have these links, and a client of it. */
async function lakeWith(links: Record<string, string[]>) {
  const {lake, url, stop} = await startLake('empty')
  closings.push(stop)
  const lines = Object.entries(links).map(([_id, urls]) =>
    JSON.stringify({_id, _type: 'guest', links: urls.map((each) => ({_key: each, url: each}))}),
  )
  lake.import([{file: 'links.ndjson', text: lines.join('\n')}])
  const client = lakeClient(url)
  return {client, url}
}

const quiet = {progress: () => {}}

test('dead and moved links are told with what to do about them, good ones are counted', async () => {
  const asked: string[] = []
  const site = await host((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['user-agent']}`)
    const statuses: Record<string, number> = {'/gone': 410, '/moved': 301, '/down': 503}
    const statusesOfAlive: Record<string, number> = {'/for-now': 302, '/members': 403}
    const status = {...statuses, ...statusesOfAlive}[request.url ?? ''] ?? 200
    response.writeHead(status, status < 400 && status > 300 ? {location: '/new'} : {})
    // Longer than what a connection holds: who waits for the end of it waits for ever.
    response.write('x'.repeat(100_000))
  })
  const at = (path: string) => `http://${site}${path}`
  const {client} = await lakeWith({
    'guest-ada': [at('/good'), at('/good#bio'), at('/gone'), at('/for-now'), at('/members')],
    'guest-bob': [at('/gone'), at('/moved'), at('/down')],
  })
  const fetch = guardedFetch({allowHosts: [site]})
  const found = await checkLinks({client}, {fetch, ...quiet})
  expect(found).toEqual([
    {about: 'Links', state: 'ok', message: '3 of 6 alive'},
    {
      about: 'Link in guest-ada, guest-bob',
      state: 'broken',
      message: `${at('/gone')} is gone (410): remove or replace it.`,
    },
    {
      about: 'Link in guest-bob',
      state: 'doubtful',
      message: `${at('/moved')} has moved for good to ${at('/new')}: set the link to that, if it is the same.`,
    },
    {
      about: 'Link in guest-bob',
      state: 'doubtful',
      message: `${at('/down')} answers 503: look again later, and replace it if it stays so.`,
    },
  ])
  expect(asked.toSorted()).toEqual(
    ['/down', '/for-now', '/gone', '/good', '/members', '/moved'].map(
      (path) => `GET ${path} touchpoints (link check)`,
    ),
  )
})

test('a host that never answers costs two waits and not one for each of its links', async () => {
  let asked = 0
  const silent = await host(() => {
    asked += 1
  })
  const links = Array.from({length: 20}, (_, index) => `http://${silent}/${index}`)
  const {client} = await lakeWith({'guest-ada': links})
  const fetch = guardedFetch({allowHosts: [silent]})
  const [summary, first, ...rest] = await checkLinks({client}, {fetch, patience: 300, ...quiet})
  expect(summary?.message).toBe('0 of 20 alive')
  expect(first?.message).toContain('does not answer (not within 0.3 s): look again later')
  expect(rest.at(-1)?.message).toContain(`was not asked, for ${silent} did not answer`)
  // On a busy machine a wait may be over before the request has arrived.
  expect(asked).toBeLessThanOrEqual(2)
})

test('a host that is not there is told in words', async () => {
  const gone = await host(() => {})
  await closings.pop()?.()
  const {client} = await lakeWith({'guest-ada': [`http://${gone}/`]})
  const fetch = guardedFetch({allowHosts: [gone]})
  const [, only] = await checkLinks({client}, {fetch, ...quiet})
  expect(only?.message).toContain(`http://${gone}/ does not answer (it refused the connection)`)
})

test('a host is asked one link at a time, and eight hosts at once at most', async () => {
  const hosts = Array.from({length: 20}, (_, index) => `host${index}.example`)
  const links = hosts.flatMap((name) => [`https://${name}/a`, `https://${name}/b`])
  const {client} = await lakeWith({'guest-ada': links})
  const busy = new Map<string, number>()
  let most = 0
  let mostOfOne = 0
  const fetch: FeedFetch = async (url) => {
    const {host: name} = new URL(url)
    busy.set(name, (busy.get(name) ?? 0) + 1)
    mostOfOne = Math.max(mostOfOne, busy.get(name) ?? 0)
    most = Math.max(
      most,
      [...busy.values()].reduce((sum, each) => sum + each, 0),
    )
    await new Promise((resolve) => setImmediate(resolve))
    busy.set(name, (busy.get(name) ?? 0) - 1)
    return {status: 200, headers: new Headers(), body: null}
  }
  const told: string[] = []
  await checkLinks({client}, {fetch, progress: (text) => told.push(text)})
  expect([most, mostOfOne]).toEqual([8, 1])
  expect(told.at(-1)).toBe('links: 40 of 40')
})

test('the command asks no private address on a document’s word, but one that is allowed by name', async () => {
  let asked = 0
  const inner = await host((_request, response) => {
    asked += 1
    response.end()
  })
  const {url} = await lakeWith({'guest-ada': [`http://${inner}/`]})
  const doctor = commandLine(import.meta.dirname, {SANITY_API_HOST: url})
  const {out} = await doctor(['doctor', '--links'])
  expect(out).toContain(`was not asked. If that is meant, ask it with --allow-host ${inner}.`)
  expect(asked).toBe(0)
  const allowed = await doctor(['doctor', '--links', '--allow-host', inner])
  expect(allowed.out).toContain('Links: 1 of 1 alive')
  expect(asked).toBe(1)
})
