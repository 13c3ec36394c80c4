import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {authorsIn, readDraftAuthors} from '../../../studio/overview/draftAuthors.ts'
import {draftsQuery, readDrafts} from '../../../studio/overview/draftsQuery.ts'

const dataset = [
  {_id: 'a', _type: 'touchpoint', title: 'A', _updatedAt: '2026-01-01T00:00:00Z'},
  {_id: 'drafts.a', _type: 'touchpoint', title: 'A, changed', _updatedAt: '2026-01-02T00:00:00Z'},
  {_id: 'drafts.b', _type: 'guest', name: 'Dana', _updatedAt: '2026-01-03T00:00:00Z'},
  {_id: 'drafts.c', _type: 'guest', _updatedAt: '2026-01-01T00:00:00Z'},
  {_id: 'versions.r1.a', _type: 'touchpoint', title: 'A', _updatedAt: '2026-01-04T00:00:00Z'},
  {_id: 'drafts.x', _type: 'sanity.previewUrlSecret', _updatedAt: '2026-01-04T00:00:00Z'},
]

async function draftsOf(limit: number) {
  const params = {types: ['touchpoint', 'guest'], limit}
  const value = await evaluate(parse(draftsQuery, {params}), {dataset, params})
  return readDrafts(await value.get())
}

test('the latest drafts of the schema are listed with what visitors see, and all are counted', async () => {
  const {total, drafts} = await draftsOf(2)
  expect(total).toBe(3)
  expect(drafts).toEqual([
    {id: 'b', type: 'guest', title: 'Dana', changedAt: '2026-01-03T00:00:00Z', isPublished: false},
    {
      id: 'a',
      type: 'touchpoint',
      title: 'A, changed',
      changedAt: '2026-01-02T00:00:00Z',
      isPublished: true,
    },
  ])
})

test('a draft without a title can be opened too', async () => {
  const {drafts} = await draftsOf(10)
  expect(drafts.at(-1)).toMatchObject({id: 'c', title: 'Untitled'})
})

test('the author of a draft is the one of its latest transaction', () => {
  const lines = [
    {author: 'grace', documentIDs: ['drafts.a']},
    {author: 'ada', documentIDs: ['drafts.a', 'drafts.b', 'c']},
  ]
  const authors = authorsIn(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  expect([...authors]).toEqual([
    ['a', 'grace'],
    ['b', 'ada'],
  ])
})

test('one request reads the authors of all drafts, with the token of the client', async () => {
  const requests: {url: string; init: RequestInit | undefined}[] = []
  const client = {
    config: () => ({dataset: 'production', token: 'secret'}),
    getUrl: (path: string) => `https://lake.example${path}`,
  }
  const authors = await readDraftAuthors(client, ['a', 'b'], {
    signal: new AbortController().signal,
    fetch: async (url, init) => {
      requests.push({url: new Request(url).url, init})
      return new Response('{"author": "ada", "documentIDs": ["drafts.b"]}\n')
    },
  })
  expect([...authors]).toEqual([['b', 'ada']])
  expect(requests).toHaveLength(1)
  expect(requests[0]?.url).toContain('/data/history/production/transactions/drafts.a,drafts.b?')
  expect(requests[0]?.init?.headers).toEqual({authorization: 'Bearer secret'})
})
