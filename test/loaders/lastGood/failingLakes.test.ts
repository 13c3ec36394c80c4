import {createServer, type RequestListener, type Server} from 'node:http'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, afterEach, expect, test} from 'vitest'

import {createLake, serve} from '../../../lake/index.ts'
import {createLoader} from '../../../loaders/index.ts'
import {fileAnswers} from '../../../loaders/lastGood/fileAnswers.ts'
import {lastGood} from '../../../loaders/lastGood/index.ts'
import {lakeNonceStore} from '../../../loaders/preview/index.ts'
import {recordingLogger} from '../../support/recordingLogger.ts'
import {readContent} from '../../support/readContent.ts'

const address = {projectId: 'community', dataset: 'production'}
const now = '2024-03-20T00:00:00Z'
const base = mkdtempSync(join(tmpdir(), 'touchpoints-failing-'))
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => rmSync(base, {recursive: true}))

function listen(listener: RequestListener, port = 0): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo = Object(server.address())
      resolve(address.port)
    })
  })
}

/** A real client, without its retries, which take seconds. */
const clientAt = (port: number) =>
  createClient({
    ...address,
    apiVersion,
    useCdn: false,
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    maxRetries: 0,
  })

/** A loader as after a start of the site: with the files of earlier processes, and an empty memory. */
function started(port: number, folder: string, timeout = 10_000) {
  const {logger, errors} = recordingLogger()
  const answers = lastGood(fileAnswers(folder), {logger})
  const loader = createLoader({client: clientAt(port), now, timeout, lastGood: answers})
  return {loader, answers, errors}
}

/** Reads the page of a lake with the sample content, and stops it. @returns its port */
async function lakeThatWas(folder: string) {
  const lake = createLake({file: ':memory:', ...address, tokens: []})
  const text = readContent().map((document) => JSON.stringify(document))
  lake.import([{file: 'sample', text: text.join('\n')}])
  const server = await serve(lake, {port: 0})
  const port = Number(new URL(server.url).port)
  const {loader, answers} = started(port, folder)
  const before = await loader.meetingsPage()
  await answers.settled()
  await server.close()
  lake.close()
  // The client's pool must see that its connections were closed. Otherwise the next query fails on one.
  await new Promise((resolve) => setTimeout(resolve, 50))
  return {port, before}
}

const json = {'content-type': 'application/json'}

/** What listens on the port of the lake after it has stopped. */
const replacements: [string, string, RequestListener | undefined][] = [
  ['is killed', 'unreachable', undefined],
  ['accepts connections and never answers', 'deadline-exceeded', () => {}],
  [
    'sends headers and then nothing',
    'deadline-exceeded',
    (_, response) => response.writeHead(200, json).write('{"result": {'),
  ],
  [
    'closes in the middle of its answer',
    'unreachable',
    (_, response) => {
      response.writeHead(200, {...json, 'content-length': '1000'})
      response.write('{"result": {"page": [', () => response.destroy())
    },
  ],
  ['answers 500', 'http-status', (_, response) => response.writeHead(500).end('boom')],
  [
    'is a proxy without a backend',
    'http-status',
    (_, response) => response.writeHead(502, {'content-type': 'text/html'}).end('<html>'),
  ],
  [
    'is another site',
    'invalid-answer',
    (_, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<html>'),
  ],
  [
    'sends JSON that is cut off',
    'invalid-answer',
    (_, response) => response.writeHead(200, json).end('{"result": {"page": ['),
  ],
  [
    'sends JSON of something else',
    'invalid-answer',
    (_, response) => response.writeHead(200, json).end('{"hello": "world"}'),
  ],
  [
    'sends a result without lists',
    'invalid-answer',
    (_, response) => response.writeHead(200, json).end('{"result": {}}'),
  ],
]

test.each(replacements)(
  'after a restart, when the lake %s, the page comes from the files',
  async (name, reason, listener) => {
    const folder = join(base, name.replaceAll(' ', '-'))
    const {port, before} = await lakeThatWas(folder)
    if (listener) await listen(listener, port)
    const files = readdirSync(folder)
    const timeout = reason === 'deadline-exceeded' ? 300 : 10_000
    const {loader, answers, errors} = started(port, folder, timeout)
    const {data, stale} = await loader.meetingsPage()
    expect(data).toEqual(before.data)
    expect(stale).toEqual({since: expect.any(String), reason})
    expect(loader.health()).toMatchObject({state: 'unavailable', reason})
    expect(errors).toMatchObject([{code: 'query', reason}])
    await answers.settled()
    expect(readdirSync(folder)).toEqual(files)
  },
)

test('an aborted query closes its connection, so that a hanging lake does not collect them', async () => {
  const closed: string[] = []
  const port = await listen((request) => {
    request.on('close', () => closed.push(request.url ?? ''))
  })
  const loader = createLoader({client: clientAt(port), timeout: 50})
  await expect(loader.series()).rejects.toMatchObject({reason: 'deadline-exceeded'})
  await expect.poll(() => closed.length).toBe(1)
})

test('stored links of a hanging lake are an error, and do not keep the preview waiting', async () => {
  const port = await listen(() => {})
  const nonces = lakeNonceStore(clientAt(port), 'share', () => 0, 30)
  await expect(nonces.list()).rejects.toThrow('No answer within 0.03 s')
  await expect(nonces.remove('a')).rejects.toThrow('No answer')
  await expect(nonces.add({id: 'a', documentId: '', until: 1})).rejects.toThrow('No answer')
})
