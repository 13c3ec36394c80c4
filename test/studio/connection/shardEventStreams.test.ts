import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, it} from 'vitest'

import {shardEventStreams} from '../../../studio/connection/shardEventStreams.ts'

const lake = 'http://touchpoints.localhost:3900'
const listen = `${lake}/v${apiVersion}/data/listen/production?query=*`

function recordingFetch(answer: (url: string) => Response = () => new Response()) {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(url)
    return answer(url)
  }
  return {asked, fetch: shardEventStreams(fetch)}
}

it('gives each stream a host name of its own, because a browser opens six connections to one', async () => {
  const {asked, fetch} = recordingFetch()
  for (let i = 0; i < 16; i++) await fetch(listen)
  expect(new Set(asked.map((url) => new URL(url).hostname)).size).toBe(16)
  expect(asked[0]).toBe(`http://l0.localhost:3900/v${apiVersion}/data/listen/production?query=*`)
})

it('leaves every other request where it was, so that answers stay cached under one address', async () => {
  const {asked, fetch} = recordingFetch()
  const query = `${lake}/v${apiVersion}/data/query/production?query=*`
  await fetch(query)
  expect(asked).toEqual([query])
})

it('leaves streams of the hosted service alone, which speaks HTTP/2', async () => {
  const {asked, fetch} = recordingFetch()
  const hosted = 'https://abc123.api.sanity.io/v1/data/listen/production'
  await fetch(hosted)
  expect(asked).toEqual([hosted])
})

it('asks the host itself where the browser does not resolve names under localhost', async () => {
  const {asked, fetch} = recordingFetch((url) => {
    if (url.includes('//l0.')) throw new TypeError('Failed to fetch')
    return new Response()
  })
  await fetch(listen)
  expect(asked[1]).toBe(listen)
})

it('does not open a stream anew that was closed on purpose', async () => {
  const {asked, fetch} = recordingFetch(() => {
    throw new DOMException('', 'AbortError')
  })
  await expect(fetch(listen, {signal: AbortSignal.abort()})).rejects.toThrow(DOMException)
  expect(asked).toHaveLength(1)
})
