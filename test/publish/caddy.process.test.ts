import {mkdirSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {WebSocket} from 'ws'

import {readLakeAccess} from '../../cli/dev/lakeAccess.ts'
import {createLake, serve} from '../../lake/index.ts'
import {apiVersion} from '../../schemas/defaults.ts'
import {pageServer} from '../support/pageServer.ts'
import {hasCaddy, password, startCaddy, studioUrl, tokens} from './support/startCaddy.ts'

const ana = `Basic ${Buffer.from(`ana:${password}`).toString('base64')}`
const query = `/v${apiVersion}/data/query/production?query=count(*)&perspective=raw`
const mutate = `/v${apiVersion}/data/mutate/production`

describe.skipIf(!hasCaddy)('the recipe for Caddy', () => {
  const seenBySite: (string | null)[] = []
  const cleanups: (() => unknown)[] = []
  let port: number

  beforeAll(async () => {
    const {options} = readLakeAccess({TOUCHPOINTS_LAKE_ORIGIN: studioUrl, ...tokens}, 'lake')
    const lake = createLake({
      file: ':memory:',
      projectId: 'touchpoints',
      dataset: 'production',
      ...options,
    })
    cleanups.push(() => lake.close())
    lake.import([{file: 'a', text: JSON.stringify({_id: 'drafts.a', _type: 'topic'})}])
    const lakeServer = await serve(lake, {port: 0})
    cleanups.push(() => lakeServer.close())
    const site = await pageServer(({headers}) => {
      seenBySite.push(headers.get('authorization'), headers.get('x-forwarded-proto'))
      return new Response('The meetings', {headers: {'x-site': 'yes'}})
    })
    cleanups.push(() => site.close())
    const caddy = await startCaddy({
      site: new URL(site.origin).host,
      lakePort: lakeServer.port,
      tls: false,
      studio: (folder) => {
        mkdirSync(join(folder, 'dist/studio/static'), {recursive: true})
        writeFileSync(join(folder, 'dist/studio/index.html'), '<title>The Studio</title>')
        writeFileSync(join(folder, 'dist/studio/static/a.js'), 'export {}')
      },
    })
    cleanups.push(caddy.stop)
    port = caddy.port
    await vi.waitFor(() => send('meetings.example.org', '/'), {timeout: 60_000, interval: 50})
  })

  afterAll(async () => {
    for (const clean of cleanups.toReversed()) await clean()
  })

  interface Reply {
    status: number | undefined
    body: string
    headers: Record<string, unknown>
  }

  /** Sends a request as a browser that resolved the host to Caddy. */
  function send(
    host: string,
    path: string,
    {method = 'GET', body, ...headers}: Record<string, string> = {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {host: '127.0.0.1', port, path, method, headers: {host, ...headers}},
        (response) => {
          let text = ''
          response.on('data', (chunk: Buffer) => (text += chunk.toString()))
          response.on('end', () =>
            resolve({status: response.statusCode, body: text, headers: response.headers}),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  const atStudio = (path: string, options?: Record<string, string>) =>
    send('studio.example.org', path, options)
  const create = JSON.stringify({mutations: [{create: {_type: 'topic'}}]})

  it('everyone sees the site, and the site learns that the visitor used https', async () => {
    const {status, body} = await send('meetings.example.org', '/community/meetings/')
    expect([status, body]).toEqual([200, 'The meetings'])
    expect(seenBySite.slice(-2)).toEqual([null, 'https'])
  })

  it('the site’s address does not lead to the Content Lake', async () => {
    const {body} = await send('meetings.example.org', query, {authorization: ana})
    expect(body).toBe('The meetings')
  })

  it.each(['/', '/structure', '/static/a.js', query, mutate, '/images/a', '/touchpoints/events'])(
    'the Studio’s address asks for a password at %s',
    async (path) => {
      const {status, headers} = await atStudio(path)
      expect(status).toBe(401)
      expect(headers['www-authenticate']).toMatch(/^Basic/)
      const wrong = `Basic ${Buffer.from('ana:wrong').toString('base64')}`
      expect((await atStudio(path, {authorization: wrong})).status).toBe(401)
    },
  )

  it('a stranger cannot write with the token of the lake’s address, or with one of their own', async () => {
    for (const authorization of [
      'Bearer made-up-0123456789',
      `Bearer ${tokens.SANITY_API_WRITE_TOKEN}`,
    ]) {
      const {status} = await atStudio(mutate, {method: 'POST', authorization, body: create})
      expect(status).toBe(401)
    }
  })

  it('an editor gets the Studio at each of its addresses, with headers against other pages', async () => {
    const {status, body, headers} = await atStudio('/structure/touchpoint', {authorization: ana})
    expect([status, body]).toEqual([200, '<title>The Studio</title>'])
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['content-security-policy']).toContain(
      "frame-src 'self' https://meetings.example.org",
    )
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await atStudio('/static/a.js', {authorization: ana})).headers['content-type']).toMatch(
      /javascript/,
    )
  })

  it('an editor reads drafts and writes without knowing the token', async () => {
    const read = await atStudio(query, {authorization: ana, origin: studioUrl})
    expect(JSON.parse(read.body)).toMatchObject({result: 1})
    const options = {method: 'POST', authorization: ana, origin: studioUrl, body: create}
    expect((await atStudio(mutate, options)).status).toBe(200)
  })

  it('another page cannot write with an editor’s password, although browsers send it', async () => {
    const foreign = {
      method: 'POST',
      authorization: ana,
      origin: 'https://evil.example',
      body: create,
    }
    expect((await atStudio(mutate, foreign)).status).toBe(403)
    const embedded = {
      authorization: ana,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
    }
    expect((await atStudio(query, embedded)).status).toBe(403)
  })

  it('an editor’s window joins the others through a WebSocket', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/socket/production`, {
      headers: {host: 'studio.example.org', authorization: ana, origin: studioUrl},
    })
    const first = await new Promise((resolve, reject) => {
      socket.once('message', (data: Buffer) => resolve(data.toString()))
      socket.once('error', reject)
    })
    socket.terminate()
    expect(first).toBe('♥')
  })
})
