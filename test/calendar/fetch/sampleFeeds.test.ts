import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import type {FeedRequest, FeedResponse} from '../../../calendar/fetch/feedFetch.ts'
import {sampleFeeds} from '../../../calendar/fetch/sampleFeeds.ts'
import {readContent} from '../../support/readContent.ts'

const url = 'https://calendars.touchpoints.example/a.ics'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-feeds-'))
  await writeFile(join(folder, 'index.json'), JSON.stringify({[url]: 'a.ics'}))
  await writeFile(join(folder, 'a.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
})
afterAll(() => rm(folder, {recursive: true}))

async function textOf({body}: FeedResponse): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A request for a feed, of a client that has the copy with this tag. */
const request = (etag?: string): FeedRequest => ({
  headers: {...(etag !== undefined && {'if-none-match': etag})},
  redirect: 'manual',
  signal: new AbortController().signal,
})

const unreachable = () => Promise.reject(new Error('The demo must not leave the machine.'))

describe('sampleFeeds', () => {
  test('a sample feed is read from its file, without a request', async () => {
    const response = await sampleFeeds(folder, unreachable)(url, request())
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(await textOf(response)).toContain('BEGIN:VCALENDAR')
  })

  test('a current ETag gets status 304, as from a real feed', async () => {
    const fetch = sampleFeeds(folder, unreachable)
    const etag = (await fetch(url, request())).headers.get('etag') ?? ''
    expect((await fetch(url, request(etag))).status).toBe(304)
    expect((await fetch(url, request('"other"'))).status).toBe(200)
  })

  test('every other address is passed on, so that a real feed still works', async () => {
    const requested: string[] = []
    const fetch = sampleFeeds(folder, (input) => {
      requested.push(new Request(input).url)
      return Promise.resolve(new Response('real'))
    })
    expect(await textOf(await fetch('https://example.org/real.ics', request()))).toBe('real')
    expect(requested).toEqual(['https://example.org/real.ics'])
  })

  test('every calendar of the sample content has a file, so that the demo needs no network', async () => {
    const index: unknown = (
      await import('../../../content/todo/feeds/index.json', {with: {type: 'json'}})
    ).default
    const feeds = readContent().flatMap(({feedUrl}) =>
      typeof feedUrl === 'string' ? [feedUrl] : [],
    )
    expect(feeds).toHaveLength(4)
    expect(Object.keys(Object(index)).toSorted()).toEqual(feeds.toSorted())
  })
})
