import {describe, expect, test} from 'vitest'
import {matchesOrigin} from '../../lake/http/corsOrigins.ts'
import {createLake} from '../../lake/index.ts'

const page = 'https://example.org'

function twoProjects() {
  const lake = createLake({
    file: ':memory:',
    projectId: 'first',
    dataset: 'production',
    datasets: [{projectId: 'second', dataset: 'production'}],
  })
  const send = (project: string, path: string, init: RequestInit = {}) =>
    lake.fetch(new Request(`http://${project}.localhost:3900/v2025-08-14${path}`, init))
  const add = async (project: string, origin: string, allowCredentials = true) => {
    const body = JSON.stringify({origin, allowCredentials})
    const response = await send(project, `/projects/${project}/cors`, {method: 'POST', body})
    return {status: response.status, body: await response.json()}
  }
  const read = (project: string, headers: Record<string, string> = {}) =>
    send(project, '/data/query/production?query=*', {headers: {origin: page, ...headers}})
  return {lake, send, add, read}
}

describe('origins of a project', () => {
  test('a page may use the project from when its origin is added until it is deleted', async () => {
    const {add, read, send} = twoProjects()
    expect((await read('first')).status).toBe(403)
    const {status, body} = await add('first', page)
    expect(status).toBe(201)
    const allowed = await read('first')
    expect(allowed.status).toBe(200)
    expect(allowed.headers.get('access-control-allow-origin')).toBe(page)
    const list = await (await send('first', '/projects/first/cors')).json()
    expect(list).toMatchObject([{id: body.id, origin: page, allowCredentials: true}])
    await send('first', `/projects/first/cors/${body.id}`, {method: 'DELETE'})
    expect((await read('first')).status).toBe(403)
  })

  test('a page reaches no other project, however it names it', async () => {
    const {lake, add, read, send} = twoProjects()
    await add('first', page)
    expect((await read('second')).status).toBe(403)
    expect((await read('first', {'x-sanity-project-id': 'second'})).status).toBe(403)
    const headers = {origin: page}
    expect((await send('first', '/projects/second/cors', {headers})).status).toBe(403)
    const image = 'http://first.localhost:3900/images/second/production/a.png'
    expect((await lake.fetch(new Request(image, {headers}))).status).toBe(403)
  })

  test('a page without credentials can only read what anyone can, although the lake has no tokens', async () => {
    const {add, read, send, lake} = twoProjects()
    lake.import([{file: 'a', text: '{"_id":"drafts.a","_type":"x"}\n{"_id":"b","_type":"x"}'}])
    await add('first', page, false)
    expect(await (await read('first')).json()).toMatchObject({result: [{_id: 'b'}]})
    const write = await send('first', '/data/mutate/production', {
      method: 'POST',
      headers: {origin: page},
      body: JSON.stringify({mutations: [{create: {_id: 'planted', _type: 'x'}}]}),
    })
    expect(write.status).toBe(401)
    expect(lake.count()).toBe(2)
  })

  test('a page may open a socket if all projects list its origin, because a socket names none in time', async () => {
    const {lake, add} = twoProjects()
    await add('first', page)
    expect(lake.isAllowedOrigin(page)).toBe(false)
    await add('second', page)
    expect(lake.isAllowedOrigin(page)).toBe(true)
  })

  test('an invalid or repeated origin gets an error that says what to do', async () => {
    const {add} = twoProjects()
    expect(await add('first', 'example.org')).toMatchObject({
      status: 400,
      body: {message: expect.stringContaining('such as https://example.org')},
    })
    await add('first', page)
    expect((await add('first', page)).status).toBe(409)
  })
})

describe('matchesOrigin', () => {
  test.each([
    ['https://example.org', 'https://example.org', true],
    ['https://Example.org', 'https://example.org', true],
    ['https://example.org', 'https://example.org:8080', false],
    ['https://*.example.org', 'https://a.example.org', true],
    ['https://*.example.org', 'https://.example.org', false],
    ['https://*.example.org', 'https://evil.org', false],
    ['https://*.example.org', 'https://evil.org/.example.org', false],
    ['https://a*a', 'https://a', false],
    ['http://studio.lan:*', 'http://studio.lan:3333', true],
    ['http://studio.lan:*', 'http://studio.lan', false],
    ['https://*-team-*.example.org', 'https://x-team-y.example.org', true],
    ['*', 'https://example.org', true],
    ['https://*', 'null', false],
  ])('%s and %s: %s', (pattern, origin, expected) => {
    expect(matchesOrigin(pattern, origin)).toBe(expected)
  })
})
