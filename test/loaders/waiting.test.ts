import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'

import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterEach, describe, expect, test} from 'vitest'

import {createLoader, type Logger} from '../../loaders/index.ts'
import {lastGood, memoryAnswers} from '../../loaders/lastGood/index.ts'
import {withRetries, type RetryOptions} from '../../loaders/lake/retry.ts'
import {failingClient} from '../support/failingClient.ts'
import {memoryClient} from '../support/memoryClient.ts'

const address = {projectId: 'community', dataset: 'production'}
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const {port}: AddressInfo = Object(server.address())
      resolve(`http://127.0.0.1:${port}`)
    })
  })
}

const answer = JSON.stringify({result: [], syncTags: ['s1:a'], ms: 1})
const json = {'content-type': 'application/json'}

/** A lake that answers with each status in turn, and then with a result. */
async function lakeWith(statuses: number[], headers: Record<string, string> = {}) {
  const requests: string[] = []
  const apiHost = await listen((request, response) => {
    requests.push(request.url ?? '')
    const status = statuses.shift()
    if (status === undefined) response.writeHead(200, json).end(answer)
    else response.writeHead(status, {...json, ...headers}).end('{"error":"busy","message":"busy"}')
  })
  return {apiHost, requests}
}

describe('a caller', () => {
  const hanging = failingClient(memoryClient([]))
  hanging.fail('hang')

  test('that leaves gets the reason of its signal at once, although the lake hangs', async () => {
    const loader = createLoader({client: hanging.client})
    const reason = new Error('The visitor left.')
    const controller = new AbortController()
    const reads = [
      loader.meetingsPage({signal: controller.signal}),
      loader.touchpoints({signal: controller.signal}),
      loader.community({signal: controller.signal}),
      loader.calendars({signal: controller.signal}),
    ]
    controller.abort(reason)
    for (const read of reads) await expect(read).rejects.toBe(reason)
    expect(hanging.signals.every(({aborted}) => aborted)).toBe(true)
    await expect(loader.series({signal: AbortSignal.abort(reason)})).rejects.toBe(reason)
  })

  test('that leaves says nothing about the lake', async () => {
    const loader = createLoader({client: hanging.client})
    const signal = AbortSignal.abort(new Error('left'))
    await expect(loader.series({signal})).rejects.toThrow('left')
    expect(loader.health()).toEqual({state: 'starting'})
  })

  test('that leaves does not end a query for everyone, because its result is kept', async () => {
    const lake = failingClient(memoryClient([]))
    const answers = lastGood(memoryAnswers())
    const loader = createLoader({client: lake.client, lastGood: answers})
    const controller = new AbortController()
    const read = loader.series({signal: controller.signal})
    controller.abort(new Error('left'))
    await expect(read).rejects.toThrow('left')
    expect(lake.signals.map(({aborted}) => aborted)).toEqual([false])
  })

  test('does not wait for feeds after it left', async () => {
    const loader = createLoader({client: memoryClient([]), calendars: () => new Promise(() => {})})
    const controller = new AbortController()
    const window = {from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z'}
    const read = loader.events({...window, signal: controller.signal})
    setTimeout(() => controller.abort(new Error('left')), 20)
    await expect(read).rejects.toThrow('left')
  })
})

describe('fetch', () => {
  test('sends every query, so that a framework can cache or trace them', async () => {
    const urls: string[] = []
    const loader = createLoader({
      ...address,
      fetch: async (input) => {
        urls.push(new Request(input).url)
        return new Response(answer, {headers: json})
      },
    })
    expect((await loader.series()).data).toEqual([])
    expect(urls).toHaveLength(1)
    expect(urls[0]).toMatch(/^https:\/\/community\.api\.sanity\.io\//)
  })
})

describe('a query that fails', () => {
  const warnings: string[] = []
  const logger: Logger = {error: () => {}, warn: (message) => warnings.push(message)}

  test.each([429, 502, 503, 504])('with %s is sent again, because that passes', async (status) => {
    const {apiHost, requests} = await lakeWith([status], {'retry-after': '0'})
    const loader = createLoader({...address, apiHost, logger})
    expect((await loader.series()).data).toEqual([])
    expect(requests).toHaveLength(2)
    expect(warnings.at(-1)).toMatch(new RegExp(`answered ${status}: .* Trying again in 0 ms\\.$`))
  })

  test.each([400, 401, 403, 404, 500])(
    'with %s is not, because it is the same again',
    async (status) => {
      const {apiHost, requests} = await lakeWith([status])
      const read = createLoader({...address, apiHost}).series()
      await expect(read).rejects.toMatchObject({detail: `HTTP ${status}`})
      expect(requests).toHaveLength(1)
    },
  )

  test('is sent three times at most, by one policy and not by that of the client', async () => {
    const {apiHost, requests} = await lakeWith(
      Array.from({length: 9}, () => 503),
      {'retry-after': '0'},
    )
    await expect(createLoader({...address, apiHost}).series()).rejects.toThrow('answered 503')
    expect(requests).toHaveLength(3)
  })

  test('is sent once without retries, and by a check', async () => {
    const {apiHost, requests} = await lakeWith([503, 503], {'retry-after': '0'})
    await expect(createLoader({...address, apiHost, retries: 0}).series()).rejects.toThrow('503')
    expect(requests).toHaveLength(1)
    expect(await createLoader({...address, apiHost}).check()).toMatchObject({reason: 'http-status'})
    expect(requests).toHaveLength(2)
  })

  test('is left to the policy of a client that is passed in', async () => {
    const {apiHost, requests} = await lakeWith([503, 503])
    const client = createClient({
      ...address,
      apiHost,
      apiVersion,
      useCdn: false,
      useProjectHostname: false,
      maxRetries: 1,
      retryDelay: () => 0,
    })
    await expect(createLoader({client}).series()).rejects.toThrow('answered 503')
    expect(requests).toHaveLength(2)
  })

  test('ends at the timeout, although the lake asks for a longer wait', async () => {
    const {apiHost, requests} = await lakeWith([429], {'retry-after': '60'})
    await expect(createLoader({...address, apiHost}).series()).rejects.toThrow('answered 429')
    expect(requests).toHaveLength(1)
  })
})

describe('the policy', () => {
  const failure = (statusCode: number, headers: Record<string, string> = {}) =>
    Object.assign(new Error('busy'), {statusCode, response: {headers}})

  /** Runs a query that fails with these errors, and returns the delays between its attempts. */
  async function delays(errors: unknown[], options: Partial<RetryOptions> = {}) {
    const waited: number[] = []
    let attempts = 0
    const query = async () => {
      attempts += 1
      if (errors.length > 0) throw errors.shift()
    }
    const outcome = await withRetries(query, {
      retries: 2,
      remaining: () => 10_000,
      signal: new AbortController().signal,
      sleep: async (milliseconds) => void waited.push(milliseconds),
      random: () => 0,
      onRetry: () => {},
      ...options,
    }).then(
      () => 'answered',
      () => 'failed',
    )
    return {waited, attempts, outcome}
  }

  test('waits twice as long before the second retry, and differently for each visitor', async () => {
    const errors = () => [failure(503), failure(503)]
    expect(await delays(errors())).toEqual({waited: [200, 400], attempts: 3, outcome: 'answered'})
    expect((await delays(errors(), {random: () => 1})).waited).toEqual([300, 600])
  })

  test('waits as long as the lake says, in seconds or until a date', async () => {
    const date = 'Wed, 20 Mar 2024 10:00:00 GMT'
    const until = 'Wed, 20 Mar 2024 10:00:03 GMT'
    const errors = [failure(429, {'retry-after': '2'}), failure(503, {'retry-after': until, date})]
    expect((await delays(errors)).waited).toEqual([2000, 3000])
  })

  test('gives up when the delay does not fit into the timeout', async () => {
    const late = await delays([failure(503)], {remaining: () => 150})
    expect(late).toEqual({waited: [], attempts: 1, outcome: 'failed'})
  })

  test('retries a connection that may come back, and not a certificate or an unknown host', async () => {
    const withCode = (code: string) =>
      new TypeError('fetch failed', {cause: Object.assign(new Error(code), {code})})
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'EAI_AGAIN']) {
      expect((await delays([withCode(code)])).attempts).toBe(2)
    }
    for (const code of ['CERT_HAS_EXPIRED', 'ENOTFOUND', 'ERR_SSL_WRONG_VERSION_NUMBER']) {
      expect((await delays([withCode(code)])).attempts).toBe(1)
    }
  })

  test('ends with its caller', async () => {
    const left = await delays([failure(503)], {signal: AbortSignal.abort()})
    expect(left.attempts).toBe(1)
  })
})
