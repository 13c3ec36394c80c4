import {jsonPathToStudioPath, studioPath} from '@sanity/client/csm'
import {stegaClean} from '@sanity/client/stega'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {runLake} from '../../support/runLake.ts'

const documents = [
  {_id: 'ada', _type: 'author', name: 'Ada'},
  {_id: 'post', _type: 'post', title: 'Published', author: {_type: 'reference', _ref: 'ada'}},
  {
    _id: 'drafts.post',
    _type: 'post',
    title: 'Draft',
    author: {_type: 'reference', _ref: 'ada'},
    slug: {_type: 'slug', current: 'post'},
    body: [{_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text: 'Body'}]}],
  },
  {_id: 'versions.rspring.post', _type: 'post', title: 'In spring'},
]
const query = '*[_type == $type]{_id, title, "by": author->name, body[]{...}, "n": count(body)}'

let running: Awaited<ReturnType<typeof runLake>>
beforeAll(async () => {
  running = await runLake()
  const text = documents.map((document) => JSON.stringify(document)).join('\n')
  running.lake.import([{file: 'posts', text}])
})
afterAll(() => running.close())

test.each([
  [
    ['published'],
    [
      ['post', 'title'],
      ['ada', 'name'],
    ],
  ],
  [
    ['drafts'],
    [
      ['drafts.post', 'title'],
      ['ada', 'name'],
      ['drafts.post', 'body[_key=="b"].children[_key=="s"].text'],
    ],
  ],
  [['rspring'], [['versions.rspring.post', 'title']]],
])('in %j, a client with stega marks each text with its own field', async (perspective, fields) => {
  const marked: string[][] = []
  const client = running.clientWith({
    perspective,
    stega: {
      enabled: true,
      studioUrl: 'http://localhost:3333',
      filter: (candidate) => {
        const {sourceDocument, sourcePath} = candidate
        const isMarked = candidate.filterDefault(candidate)
        const path = studioPath.toString(jsonPathToStudioPath(sourcePath))
        if (isMarked) marked.push([sourceDocument._id, path])
        return isMarked
      },
    },
  })
  const result: unknown = await client.fetch(query, {type: 'post'})
  const plain: unknown = await client.fetch(query, {type: 'post'}, {stega: false})
  expect(marked).toEqual(fields)
  expect(result).not.toEqual(plain)
  expect(stegaClean(result)).toEqual(plain)
})

describe('the parameter resultSourceMap', () => {
  const send = (parameters: string, init?: RequestInit) =>
    fetch(
      `${running.url}/v${apiVersion}/data/query/production?perspective=drafts${parameters}`,
      init,
    )
  const blocks = `query=${encodeURIComponent('*[_type == "post"].body[].children[].text')}`
  const mapped = async (response: Promise<Response>) => {
    const {result, resultSourceMap} = JSON.parse(await (await response).text())
    expect(result).toEqual(['Body'])
    return resultSourceMap
  }
  const body = (path: string) => ({
    documents: [{_id: 'drafts.post', _type: 'post'}],
    paths: [path],
    mappings: {'$[0]': {type: 'value', source: {type: 'documentValue', document: 0, path: 0}}},
  })

  test('is off by default, and false turns it off', async () => {
    expect(await mapped(send(`&${blocks}`))).toBeUndefined()
    expect(await mapped(send(`&${blocks}&resultSourceMap=false`))).toBeUndefined()
  })

  test('true names items of arrays by index, withKeyArraySelector by key', async () => {
    expect(await mapped(send(`&${blocks}&resultSourceMap=true`))).toEqual(
      body("$['body'][0]['children'][0]['text']"),
    )
    expect(await mapped(send(`&${blocks}&resultSourceMap=withKeyArraySelector`))).toEqual(
      body("$['body'][?(@._key=='b')]['children'][?(@._key=='s')]['text']"),
    )
  })

  test('is in the address of a POST too', async () => {
    const init = {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({
        query: '*[_type == $type].body[].children[].text',
        params: {type: 'post'},
      }),
    }
    expect(await mapped(send('&resultSourceMap=true', init))).toEqual(
      body("$['body'][0]['children'][0]['text']"),
    )
  })

  test('refuses an unknown value, because the page would have nothing to click', async () => {
    const response = await send(`&${blocks}&resultSourceMap=yes`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Unknown resultSourceMap \\"yes\\"')
  })
})

test('the source map counts toward the size of an answer', async () => {
  const limited = await runLake({limits: {queryResultBytes: 200}})
  onTestFinished(() => limited.close())
  const text = JSON.stringify({_id: 'ada', _type: 'author', name: 'Ada', bio: 'b'.repeat(50)})
  limited.lake.import([{file: 'authors', text}])
  const all = '*[_type == "author"]{name, bio}'
  await expect(limited.client.fetch(all)).resolves.toHaveLength(1)
  await expect(limited.client.fetch(all, {}, {resultSourceMap: true})).rejects.toThrow(/200 bytes/)
})
