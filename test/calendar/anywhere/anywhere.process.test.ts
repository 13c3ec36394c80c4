import {once} from 'node:events'
import {request as httpRequest} from 'node:http'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {createContext, runInContext} from 'node:vm'
import {gunzipSync} from 'node:zlib'
import {Miniflare, Response as WorkerResponse, type Request as WorkerRequest} from 'miniflare'
import {afterAll, describe, expect, test} from 'vitest'

import {root} from '../../support/workspaces.ts'
import {bundleWorker} from '../../packaging/worker/bundleWorker.ts'

const folder = import.meta.dirname

/** Wednesdays at 10:00 in Madrid, where clocks go forward on 31 March. The event has no UID. */
const weekly = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'DTSTART;TZID=W. Europe Standard Time:20240327T100000',
  'DURATION:PT15M',
  'RRULE:FREQ=WEEKLY;COUNT=2',
  'SUMMARY:Stand-up',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
const starts = ['2024-03-27T09:00:00Z', '2024-04-03T08:00:00Z']
const explained = [
  [
    'This event is in the community\'s own calendar "Feed". No session or cadence is the same meeting.',
    'It has no join link, because no source has a link to a room.',
  ],
]

const workers: Miniflare[] = []
afterAll(() => Promise.all(workers.map((worker) => worker.dispose().catch(() => undefined))))

/** Starts a worker without compatibility flags. Its requests are answered by `outbound`. */
function startWorker(code: string, outbound: (request: WorkerRequest) => WorkerResponse) {
  const worker = new Miniflare({
    host: '127.0.0.1',
    // No look-up of the machine's place at a server of Cloudflare.
    cf: false,
    modules: [{type: 'ESModule', path: 'worker.mjs', contents: code}],
    compatibilityDate: '2026-06-01',
    outboundService: outbound,
    // What workerd writes is in the error of a worker that does not start.
    handleRuntimeStdio: (output: Readable, errors: Readable) => {
      output.resume()
      errors.resume()
    },
  })
  workers.push(worker)
  return worker
}

describe('the pure entry point and the plain fetcher', () => {
  test('run in workerd without nodejs_compat, with conditional requests and last good copies', async () => {
    const {code, builtIns} = await bundleWorker(join(folder, 'calendarWorker.ts'), root)
    expect(builtIns).toEqual([])
    const seen: (string | null)[] = []
    let isDown = false
    const worker = startWorker(code, (request) => {
      seen.push(`${request.url} ${request.headers.get('if-none-match')}`)
      if (isDown) return new WorkerResponse('', {status: 503})
      if (request.headers.get('if-none-match') === '"1"') {
        return new WorkerResponse(null, {status: 304})
      }
      const headers = {'content-type': 'text/calendar', etag: '"1"'}
      return new WorkerResponse(weekly, {headers})
    })
    const visit = async (now: string): Promise<unknown> => {
      const body = JSON.stringify({now, text: weekly})
      const response = await worker.dispatchFetch('https://example.org/', {method: 'POST', body})
      return response.json()
    }
    const fresh = {fetched: starts, parsed: starts, sentences: explained, problems: []}
    expect(await visit('2024-03-20T00:00:00Z')).toEqual({...fresh, states: ['fresh']})
    // Expired, so it is confirmed by a request.
    expect(await visit('2024-03-20T06:00:00Z')).toEqual({...fresh, states: ['fresh']})
    isDown = true
    expect(await visit('2024-03-20T12:00:00Z')).toMatchObject({
      fetched: starts,
      problems: [{kind: 'feed', code: 'http-status', source: 'feed', staleSeconds: 21_600}],
      states: ['stale'],
    })
    const address = 'https://feeds.example/a.ics'
    expect(seen).toEqual([`${address} null`, `${address} "1"`, `${address} "1"`])
  })

  test('run in a browser, which has no module of Node', async () => {
    const {code, builtIns} = await bundleWorker(join(folder, 'calendarPage.ts'), root)
    expect(builtIns).toEqual([])
    const requests: unknown[] = []
    const page = {
      AbortController,
      AbortSignal,
      Headers,
      Response,
      TextDecoder,
      TextEncoder,
      URL,
      URLSearchParams,
      clearTimeout,
      console,
      document: {},
      fetch: async (url: string, {headers}: RequestInit) => {
        requests.push([url, headers])
        return new Response(weekly, {headers: {'content-type': 'text/calendar'}})
      },
      setTimeout,
    }
    const context = createContext(page)
    const run: unknown = runInContext(`(async () => {${code}\n})()`, context)
    await run
    expect(Reflect.get(page.document, 'result')).toEqual(JSON.stringify(starts))
    expect(requests).toEqual([
      ['https://feeds.example/a.ics', {accept: expect.stringContaining('text/calendar')}],
    ])
  })

  test('a module of Node in a package of a package is found, and workerd does not start with it', async () => {
    const {code, builtIns} = await bundleWorker(join(folder, 'nodeWorker.ts'), root)
    expect(builtIns).toContain('node:dns')
    const worker = startWorker(code, () => new WorkerResponse())
    await expect(worker.ready).rejects.toThrow('No such module "node:')
  })
})

test('a handler in workerd sends bytes that are compressed once', async () => {
  const {code, builtIns} = await bundleWorker(join(folder, 'handlerWorker.ts'), root)
  expect(builtIns).toEqual([])
  const worker = startWorker(code, () => new WorkerResponse('', {status: 503}))
  const url = new URL('/calendar.ics', await worker.ready)
  // `fetch` would decompress. These are the bytes on the wire.
  const request = httpRequest(url, {headers: {'accept-encoding': 'gzip'}}).end()
  const [response] = await once(request, 'response')
  const chunks: Uint8Array[] = await response.toArray()
  expect(response.headers['content-encoding']).toBe('gzip')
  const text = gunzipSync(Buffer.concat(chunks)).toString()
  expect(text).toMatch(/^BEGIN:VCALENDAR/)
  expect(text).toContain('SUMMARY:SIG Documentation: Weekly call')
})
