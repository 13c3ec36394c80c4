import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, it} from 'vitest'

import {shardEventStreams} from '../../../studio/connection/shardEventStreams.ts'

const lake = 'http://touchpoints.localhost:3900'
const listen = `${lake}/v${apiVersion}/data/listen/production?query=*`

function recordingFetch(respond: (url: string) => Response = () => new Response()) {
  const requested: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input)
    requested.push(url)
    return respond(url)
  }
  return {requested, fetch: shardEventStreams(fetch)}
}

it('sends each stream to its own host name, because a browser opens six connections to one', async () => {
  const {requested, fetch} = recordingFetch()
  for (let i = 0; i < 16; i++) await fetch(listen)
  expect(new Set(requested.map((url) => new URL(url).hostname)).size).toBe(16)
  expect(requested[0]).toBe(
    `http://l0.localhost:3900/v${apiVersion}/data/listen/production?query=*`,
  )
})

it('leaves other requests unchanged, so that responses stay cached under one URL', async () => {
  const {requested, fetch} = recordingFetch()
  const query = `${lake}/v${apiVersion}/data/query/production?query=*`
  await fetch(query)
  expect(requested).toEqual([query])
})

it('leaves streams of the hosted service unchanged, because it uses HTTP/2', async () => {
  const {requested, fetch} = recordingFetch()
  const hosted = 'https://abc123.api.sanity.io/v1/data/listen/production'
  await fetch(hosted)
  expect(requested).toEqual([hosted])
})

it('uses the original host if the browser does not resolve names under localhost', async () => {
  const {requested, fetch} = recordingFetch((url) => {
    if (url.includes('//l0.')) throw new TypeError('Failed to fetch')
    return new Response()
  })
  await fetch(listen)
  expect(requested[1]).toBe(listen)
})

it('does not reopen an aborted stream', async () => {
  const {requested, fetch} = recordingFetch(() => {
    throw new DOMException('', 'AbortError')
  })
  await expect(fetch(listen, {signal: AbortSignal.abort()})).rejects.toThrow(DOMException)
  expect(requested).toHaveLength(1)
})
