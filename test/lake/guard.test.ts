import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, onTestFinished, test} from 'vitest'
import {projectInHost} from '../../lake/http/datasetPath.ts'
import {isLoopbackHost} from '../../lake/http/guard.ts'
import {createLake} from '../../lake/index.ts'

const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})

const send = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  lake.fetch(new Request(`http://localhost:3900${path}`, {...init, headers}))

const query = `/v${apiVersion}/data/query/production?query=*`
const mutate = `/v${apiVersion}/data/mutate/production`
const create = {
  method: 'POST',
  body: JSON.stringify({mutations: [{create: {_id: 'planted', _type: 'x'}}]}),
}

describe('a web page on another machine can neither read nor write', () => {
  test('an attacker’s name that resolves to this machine is rejected (DNS rebinding)', async () => {
    const read = await send(query, {host: 'evil.example:3900'})
    expect(read.status).toBe(403)
    const write = await send(mutate, {host: 'evil.example:3900'}, create)
    expect(write.status).toBe(403)
  })

  test.each(['localhost.evil.example', '127.0.0.1.evil.example', 'evillocalhost', '128.0.0.1'])(
    'the host %s only looks like this machine',
    async (host) => {
      expect((await send(query, {host})).status).toBe(403)
    },
  )

  test('a simple cross-site POST, which a browser sends without a preflight, writes nothing', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const headers = {host: 'localhost:3900', origin, 'content-type': 'text/plain'}
      expect((await send(mutate, headers, create)).status).toBe(403)
    }
    expect(lake.count()).toBe(0)
  })

  test('a page that embeds a response as an image or script is rejected, although it sends no Origin', async () => {
    const headers = {
      host: 'localhost:3900',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    }
    expect((await send(query, headers)).status).toBe(403)
    expect((await send(query, {...headers, referer: 'https://evil.example/'})).status).toBe(403)
    const own = await send(query, {...headers, referer: 'http://127.0.0.1:4321/'})
    expect(own.status).toBe(200)
  })

  test('a preflight from another site gets no permission', async () => {
    const headers = {host: 'localhost:3900', origin: 'https://evil.example'}
    const response = await send(mutate, headers, {method: 'OPTIONS'})
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test.each([
  'localhost:3900',
  '127.0.0.1:3900',
  'local.localhost:3900',
  's1.streams.local.localhost:3900',
])('the host %s is this machine and is allowed', async (host) => {
  expect((await send(query, {host})).status).toBe(200)
})

test('a request for another project gets an error with the project’s name', async () => {
  const byName = await lake.fetch(new Request(`http://other.localhost:3900${query}`))
  const byHeader = await send(query, {'x-sanity-project-id': 'other'})
  for (const response of [byName, byHeader]) {
    expect(response.status).toBe(404)
    await expect(response.json()).resolves.toMatchObject({
      message: 'Project "other" not found. This lake has the project "local".',
    })
  }
  expect((await send(query, {'x-sanity-project-id': 'local'})).status).toBe(200)
})

test.each(['other.localhost.', 'OTHER.localhost', 'other.LOCALHOST.:3900', 'other.localhost:'])(
  'the host %s names a project in each form in which the guard allows it',
  async (host) => {
    expect((await lake.fetch(new Request(`http://${host}${query}`))).status).toBe(404)
    expect(projectInHost(host)).toBe('other')
    expect(isLoopbackHost(host)).toBe(true)
  },
)

test('an allowed host is allowed in each of its forms', () => {
  const named = createLake({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    allowedHosts: ['Lake.example.org'],
  })
  onTestFinished(() => named.close())
  for (const host of ['lake.example.org', 'LAKE.example.org.:3900']) {
    expect(named.isAllowedHost(host)).toBe(true)
  }
  expect(named.isAllowedHost('lake.example.org.evil')).toBe(false)
})

test('an API version that is not a date is rejected', async () => {
  expect((await send('/v2025-13-45/data/query/production?query=*', {})).status).toBe(400)
  expect((await send('/latest/data/query/production?query=*', {})).status).toBe(404)
  for (const version of ['v1', 'vX', 'v2021-10-21']) {
    expect((await send(`/${version}/data/query/production?query=*`, {})).status).toBe(200)
  }
})

test('a Studio on this machine may read with credentials, and send any headers', async () => {
  const headers = {
    host: 'local.localhost:3900',
    origin: 'http://localhost:3333',
    'access-control-request-headers': 'authorization,x-sanity-app',
  }
  const preflight = await send(query, headers, {method: 'OPTIONS'})
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('http://localhost:3333')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-sanity-app')
  const response = await send(query, headers)
  expect(response.headers.get('access-control-allow-credentials')).toBe('true')
})

test.each([
  '/favicon.ico',
  '/data/query/production',
  '/latest/data/query/production?query=*',
  '/v1/data/query/other?query=*',
])('%s returns the hosted service’s error for an unknown path', async (path) => {
  const response = await send(path, {host: 'localhost:3900'})
  expect(response.status).toBe(404)
  await expect(response.json()).resolves.toMatchObject({
    statusCode: 404,
    error: 'Not Found',
    message: expect.any(String),
  })
})

test('an error has the CORS headers too, or the browser would hide its message', async () => {
  const response = await send('/v1/nonsense', {
    host: 'localhost:3900',
    origin: 'http://localhost:3333',
  })
  expect(response.status).toBe(404)
  expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:3333')
  await expect(response.json()).resolves.toMatchObject({statusCode: 404, error: 'Not Found'})
})

describe('the address of the lake', () => {
  test('says what answers there, for a person who opens it in a browser', async () => {
    const response = await send('/', {host: 'localhost:3900'})
    expect(response.status).toBe(200)
    await expect(response.json()).resolves.toEqual({
      name: 'An embedded Content Lake (@touchpoints/lake)',
      datasets: [{projectId: 'local', dataset: 'production'}],
      documentation: expect.stringContaining('docs/lake.md'),
    })
  })

  test('names neither project nor dataset to a stranger when there are tokens', async () => {
    const guarded = createLake({
      file: ':memory:',
      projectId: 'hidden-project',
      dataset: 'hidden-dataset',
      tokens: [{token: 'a-token-for-this-test', role: 'read', name: 'Site'}],
    })
    const open = (headers: Record<string, string>) =>
      guarded.fetch(new Request('http://localhost:3900/', {headers}))
    await expect((await open({})).text()).resolves.not.toContain('hidden')
    const known = await open({authorization: 'Bearer a-token-for-this-test'})
    await expect(known.json()).resolves.toMatchObject({
      datasets: [{projectId: 'hidden-project', dataset: 'hidden-dataset'}],
    })
    guarded.close()
  })
})

const paths = [
  '/@',
  '/v1/@',
  '/v1/data/doc/production/@',
  '/v1/data/doc/@/a',
  '/v1/data/query/@?query=*',
  '/v1/data/history/production/events/documents/@',
  '/v1/data/history/production/events/releases/@',
  '/v1/data/history/production/transactions/a,@',
  '/v1/data/history/production/documents/@?revision=a',
  '/v1/users/@',
  '/v1/users/me/keyvalue/@',
  '/v1/projects/@',
  '/images/local/production/@',
  '/files/local/production/@/name.txt',
]
test.each(paths)(
  '%s with an invalid percent escape is the client’s error, not the lake’s',
  async (path) => {
    for (const escape of ['%', '%zz', 'a%ff', '%e0%a4', '%ed%a0%80']) {
      const response = await send(path.replace('@', escape), {host: 'localhost:3900'})
      expect([escape, response.status]).toEqual([escape, 400])
    }
    // An escaped percent sign is valid, although it is no escape after decoding once.
    const valid = await send(path.replace('@', '%25'), {host: 'localhost:3900'})
    expect(valid.status).toBeLessThan(500)
  },
)

test('the host of an absolute target must be allowed too, because it decides over the header', async () => {
  const response = await lake.fetch(
    new Request(`http://evil.example:3900${query}`, {headers: {host: 'localhost:3900'}}),
  )
  expect(response.status).toBe(403)
})
