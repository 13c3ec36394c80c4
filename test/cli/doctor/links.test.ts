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

/** Starts a host with a request listener. */
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

/** Starts a lake with documents that contain these links, and creates a client for it. */
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

test('dead and moved links are reported with a fix, and working links are counted', async () => {
  const requests: string[] = []
  const site = await host((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers['user-agent']}`)
    const statuses: Record<string, number> = {'/gone': 410, '/moved': 301, '/down': 503}
    const statusesOfAlive: Record<string, number> = {'/for-now': 302, '/members': 403}
    const status = {...statuses, ...statusesOfAlive}[request.url ?? ''] ?? 200
    response.writeHead(status, status < 400 && status > 300 ? {location: '/new'} : {})
    // Longer than what a connection buffers: a client that waits for the end waits forever.
    response.write('x'.repeat(100_000))
  })
  const at = (path: string) => `http://${site}${path}`
  const {client} = await lakeWith({
    'guest-ada': [at('/good'), at('/good#bio'), at('/gone'), at('/for-now'), at('/members')],
    'guest-bob': [at('/gone'), at('/moved'), at('/down')],
  })
  const fetch = guardedFetch({allowHosts: [site]})
  const diagnoses = await checkLinks({client}, {fetch, ...quiet})
  expect(diagnoses).toEqual([
    {about: 'Links', state: 'ok', message: '3 of 6 work'},
    {
      about: 'Link in guest-ada, guest-bob',
      state: 'fail',
      message: `${at('/gone')} is gone (410). Remove or replace it.`,
    },
    {
      about: 'Link in guest-bob',
      state: 'warn',
      message: `${at('/moved')} has moved permanently to ${at('/new')}. If the content is the same, update the link.`,
    },
    {
      about: 'Link in guest-bob',
      state: 'warn',
      message: `${at('/down')} returns 503. Check it again later, and replace it if the error persists.`,
    },
  ])
  expect(requests.toSorted()).toEqual(
    ['/down', '/for-now', '/gone', '/good', '/members', '/moved'].map(
      (path) => `GET ${path} touchpoints (link check)`,
    ),
  )
})

test('a host that never responds costs two timeouts, not one for each link', async () => {
  let requests = 0
  const silent = await host(() => {
    requests += 1
  })
  const links = Array.from({length: 20}, (_, index) => `http://${silent}/${index}`)
  const {client} = await lakeWith({'guest-ada': links})
  const fetch = guardedFetch({allowHosts: [silent]})
  const [summary, first, ...rest] = await checkLinks({client}, {fetch, timeout: 300, ...quiet})
  expect(summary?.message).toBe('0 of 20 work')
  expect(first?.message).toContain(
    'does not respond (no response within 0.3 s). Check it again later',
  )
  expect(rest.at(-1)?.message).toContain(`was skipped because ${silent} did not respond`)
  // On a busy machine a request may time out before it arrives.
  expect(requests).toBeLessThanOrEqual(2)
})

test('a host that refuses connections is reported with the reason', async () => {
  const gone = await host(() => {})
  await closings.pop()?.()
  const {client} = await lakeWith({'guest-ada': [`http://${gone}/`]})
  const fetch = guardedFetch({allowHosts: [gone]})
  const [, only] = await checkLinks({client}, {fetch, ...quiet})
  expect(only?.message).toContain(`http://${gone}/ does not respond (it refused the connection)`)
})

test('a host receives one request at a time, and at most eight hosts receive requests at once', async () => {
  const hosts = Array.from({length: 20}, (_, index) => `host${index}.example`)
  const links = hosts.flatMap((name) => [`https://${name}/a`, `https://${name}/b`])
  const {client} = await lakeWith({'guest-ada': links})
  const busy = new Map<string, number>()
  let max = 0
  let maxOfOne = 0
  const fetch: FeedFetch = async (url) => {
    const {host: name} = new URL(url)
    busy.set(name, (busy.get(name) ?? 0) + 1)
    maxOfOne = Math.max(maxOfOne, busy.get(name) ?? 0)
    max = Math.max(
      max,
      [...busy.values()].reduce((sum, each) => sum + each, 0),
    )
    await new Promise((resolve) => setImmediate(resolve))
    busy.set(name, (busy.get(name) ?? 0) - 1)
    return {status: 200, headers: new Headers(), body: null}
  }
  const lines: string[] = []
  await checkLinks({client}, {fetch, progress: (text) => lines.push(text)})
  expect([max, maxOfOne]).toEqual([8, 1])
  expect(lines.at(-1)).toBe('links: 40 of 40')
})

test('the command requests a private address only when --allow-host names it, so that content cannot choose one', async () => {
  let requests = 0
  const inner = await host((_request, response) => {
    requests += 1
    response.end()
  })
  const {url} = await lakeWith({'guest-ada': [`http://${inner}/`]})
  const doctor = commandLine(import.meta.dirname, {SANITY_API_HOST: url})
  const {out} = await doctor(['doctor', '--links'])
  expect(out).toContain(
    `was skipped because its address is private, so visitors cannot reach it. To check it anyway, add --allow-host ${inner}.`,
  )
  expect(requests).toBe(0)
  const allowed = await doctor(['doctor', '--links', '--allow-host', inner])
  expect(allowed.out).toContain('Links: 1 of 1 work')
  expect(requests).toBe(1)
})
