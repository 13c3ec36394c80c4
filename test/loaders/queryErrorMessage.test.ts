import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {inspect} from 'node:util'

import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, test} from 'vitest'

import {createLoader, type QueryClient} from '../../loaders/index.ts'
import {leanCause} from '../../loaders/lake/leanCause.ts'
import {queryErrorMessage} from '../../loaders/lake/queryErrorMessage.ts'

const lake = 'http://localhost:3900'

function fetchError(cause: Error | undefined): TypeError {
  return new TypeError('fetch failed', {cause})
}

function withCode(code: string): Error {
  return Object.assign(new Error(`something ${code}`), {code})
}

describe('a lake that does not answer', () => {
  test.each([
    ['ECONNREFUSED', 'connection refused'],
    ['ECONNRESET', 'connection closed'],
    ['UND_ERR_SOCKET', 'connection closed'],
    ['ENOTFOUND', 'host not found'],
    ['ETIMEDOUT', 'timed out'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed out'],
  ])('is reported with the cause %s, because "fetch failed" explains nothing', (code, reason) => {
    expect(queryErrorMessage(fetchError(withCode(code)), lake)).toBe(
      `Could not reach the Content Lake at ${lake} (${reason}). Start it with \`npm start\`.`,
    )
  })

  test.each([
    [fetchError(withCode('CERT_HAS_EXPIRED')), 'certificate expired'],
    [fetchError(withCode('ERR_TLS_CERT_ALTNAME_INVALID')), 'the certificate is for another host'],
    [fetchError(withCode('DEPTH_ZERO_SELF_SIGNED_CERT')), 'certificate not trusted'],
    [fetchError(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), 'the server does not speak TLS'],
    [fetchError(withCode('HPE_INVALID_CONSTANT')), 'the answer is not HTTP'],
    [fetchError(withCode('EAI_AGAIN')), 'host not found, the name server does not answer'],
    [fetchError(withCode('EHOSTUNREACH')), 'no route to the host'],
    // Bun
    [withCode('ConnectionRefused'), 'connection refused'],
    [withCode('FailedToOpenSocket'), 'host not found'],
    [withCode('ConnectionClosed'), 'connection closed'],
    // Deno, with the address and so with the query
    [
      new TypeError(
        `error sending request for url (${lake}/v1/data/query/d?query=*%5B%5D): client error (Connect): tcp connect error: Connection refused (os error 111)`,
      ),
      'connection refused',
    ],
    [
      new TypeError(
        `error sending request for url (${lake}/): client error (Connect): dns error: failed to lookup address information`,
      ),
      'host not found',
    ],
    [
      new TypeError(
        `error sending request for url (${lake}/): client error (Connect): invalid peer certificate: UnknownIssuer`,
      ),
      'certificate not trusted',
    ],
    // workerd
    [new Error('Network connection lost.'), 'connection closed'],
    [
      new Error('internal error; reference = 789m5mgdtfq6k966uql5r3ul'),
      'the runtime does not say why: host not found, or TLS',
    ],
    // browsers
    [new TypeError('Failed to fetch'), 'the browser does not say why'],
    [
      new TypeError('NetworkError when attempting to fetch resource.'),
      'the browser does not say why',
    ],
    [new TypeError('Load failed'), 'the browser does not say why'],
  ])('%s is reported as what it means, in each runtime', (error, detail) => {
    expect(queryErrorMessage(error, lake)).toContain(`at ${lake} (${detail}). `)
    expect(queryErrorMessage(error, lake)).not.toContain('query=')
  })

  test('is reported as timed out when the client gave up', () => {
    const error = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    expect(queryErrorMessage(error, lake)).toContain('(timed out)')
  })

  test('is reported with the innermost message when the code is not known', () => {
    expect(queryErrorMessage(fetchError(new Error('bad port')), lake)).toContain('(bad port)')
    expect(queryErrorMessage('gone', lake)).toContain('(gone)')
  })

  test('gets other advice when it is elsewhere, because `npm start` cannot help there', () => {
    const message = queryErrorMessage(
      fetchError(withCode('ENOTFOUND')),
      'https://abc.api.sanity.io',
    )
    expect(message).toBe(
      'Could not reach the Content Lake at https://abc.api.sanity.io (host not found). Check the network, projectId, dataset and apiHost.',
    )
    expect(queryErrorMessage(fetchError(undefined), undefined)).toBe(
      'Could not reach the Content Lake (fetch failed). Check the network, projectId, dataset and apiHost.',
    )
  })
})

test('the address and the cause come from the client, so that a reader knows where to look', async () => {
  const client = createClient({
    projectId: 'community',
    dataset: 'production',
    apiVersion,
    useCdn: false,
    apiHost: await closedAddress(),
    useProjectHostname: false,
    maxRetries: 0,
  })
  await expect(createLoader({client}).series()).rejects.toThrow(
    /^Could not reach the Content Lake at http:\/\/127\.0\.0\.1:\d+ \(connection refused\)\. Start it with `npm start`\.$/,
  )
})

test('a query that the lake rejects is not repeated in the message, because it can be 20 kB long', async () => {
  const server = createServer((_request, response) => {
    const error = {
      type: 'queryParseError',
      description: "expected '}' following object body",
      query: '*[_type == "series"]{title,'.repeat(50),
      start: 1,
      end: 2,
    }
    response.writeHead(400, {'content-type': 'application/json'}).end(JSON.stringify({error}))
  })
  const apiHost = await listen(server)
  const loader = createLoader({projectId: 'community', dataset: 'production', apiHost})
  await expect(loader.series()).rejects.toThrow(
    /^The Content Lake at http:\/\/127\.0\.0\.1:\d+ answered 400: expected '}' following object body\. Correct the query if it is yours\. Otherwise report it\.$/,
  )
  server.close()
})

describe('an answer that is no result', () => {
  const loginPage = '<!doctype html><title>Sign in\u0007 – Example</title>'

  test.each([
    ['text/html', loginPage, 'a web page titled "Sign in – Example"'],
    ['application/json', '{"result": [', 'JSON that is damaged or cut off'],
    ['application/json', '', 'an empty answer, or a redirect'],
    ['application/json', '{"ok": true}', 'JSON without a result'],
  ])(
    'as %s %j is named, because "not a result" does not say where to look',
    async (type, body, what) => {
      const server = createServer((_request, response) => {
        response.writeHead(200, {'content-type': type}).end(body)
      })
      const apiHost = await listen(server)
      const read = createLoader({projectId: 'community', dataset: 'production', apiHost}).series()
      await expect(read).rejects.toMatchObject({
        reason: 'invalid-answer',
        detail: what,
        message: expect.stringContaining(
          `${apiHost} sent something that is not a result: ${what}. `,
        ),
      })
      server.close()
    },
  )

  test('is not followed to a login page', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(302, {location: 'https://login.example/'}).end()
    })
    const apiHost = await listen(server)
    const read = createLoader({projectId: 'community', dataset: 'production', apiHost}).series()
    await expect(read).rejects.toThrow('an empty answer, or a redirect')
    server.close()
  })
})

describe('an error that is printed contains no query', () => {
  test.each([
    [502, 'text/html', `<html><title>502 Bad Gateway</title>${'x'.repeat(5000)}</html>`],
    [500, 'text/plain', 'x'.repeat(5000)],
    [404, 'application/json', '{"error":"Not Found","message":"Dataset not found"}'],
    [403, 'text/html', '<html><title>Forbidden</title></html>'],
  ])('of a lake that answers %s with %s', async (status, type, body) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, {'content-type': type}).end(body)
    })
    const apiHost = await listen(server)
    const loader = createLoader({
      projectId: 'community',
      dataset: 'production',
      apiHost,
      retries: 0,
    })
    const error: unknown = await loader.meetingsPage().catch((reason: unknown) => reason)
    server.close()
    const printed = inspect(error, {depth: 10})
    expect(printed).toContain(`${status}`)
    expect(printed).not.toMatch(/_type|%22|x{200}/)
    expect(printed.length).toBeLessThan(3000)
  })

  test('but the name, code and status of its cause', () => {
    const cause = fetchError(withCode('ECONNREFUSED'))
    const lean = leanCause(cause)
    expect([lean.name, lean.message]).toEqual(['TypeError', 'fetch failed'])
    expect(lean.cause).toMatchObject({message: 'something ECONNREFUSED', code: 'ECONNREFUSED'})
    const endless = new Error('a')
    endless.cause = endless
    expect(inspect(leanCause(endless)).length).toBeLessThan(2000)
  })
})

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const {port}: AddressInfo = Object(server.address())
      resolve(`http://127.0.0.1:${port}`)
    })
  })
}

/** A port of this machine that was free a moment ago. */
async function closedAddress(): Promise<string> {
  const server = createServer()
  const address = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return address
}

describe('an answer of another shape', () => {
  /** A client with this result in every answer. */
  const answering = (result: unknown): QueryClient => ({
    fetch: async () => ({result, syncTags: []}),
  })

  test.each([
    [[1, 2], 'touchpoints', 'a list in place of an object'],
    [[1, 2], 'meetingsPage', 'a list in place of an object'],
    [[1, 2], 'community', 'something else in place of a document'],
    [[null], 'series', 'something else in place of a document'],
    [{hello: 'world'}, 'community', 'no items'],
    [{items: [], total: '0', undated: []}, 'touchpoints', 'no total'],
  ] as const)(
    'is an error that says so, and not content with problems (%j of %s)',
    async (result, method, detail) => {
      const loader = createLoader({client: answering(result)})
      await expect(loader[method]()).rejects.toMatchObject({
        code: 'query',
        reason: 'invalid-answer',
        detail,
        message: expect.stringContaining(`is not of the expected shape: it has ${detail}.`),
      })
    },
  )
})
