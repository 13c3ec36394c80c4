import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, test} from 'vitest'

import {createLoader} from '../../loaders/index.ts'
import {queryErrorMessage} from '../../loaders/queryErrorMessage.ts'

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
    /^The Content Lake answered 400: expected '}' following object body\.$/,
  )
  server.close()
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
