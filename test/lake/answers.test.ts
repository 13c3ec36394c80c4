import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, type LakeLimits} from '../../lake/index.ts'

const large = {_type: 'guest', bio: 'a'.repeat(1_000)}

function openLake(limits: Partial<LakeLimits> = {}) {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production', limits})
  onTestFinished(() => lake.close())
  const documents = ['a', 'b', 'c', 'drafts.a'].map((_id) => ({...large, _id}))
  lake.import([{file: 'guests', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await lake.fetch(new Request(`http://localhost/vX/data/${path}`, init))
    return {status: response.status, text: await response.text()}
  }
  return {
    lake,
    send,
    read: async (path: string) => JSON.parse((await send(path)).text),
    mutate: (mutations: object[], options = '') =>
      send(`mutate/production${options}`, {method: 'POST', body: JSON.stringify({mutations})}),
  }
}

const many = (id: string) => Array(1_200).fill(id).join()
const tooLarge = {status: 400, text: expect.stringContaining('The answer has more than 3000 bytes')}

describe('an answer is not larger than what it is about', () => {
  test.each([
    ['doc/production/', ''],
    ['history/production/documents/', ''],
    ['history/production/documents/', '?lastRevision=true'],
  ])('%s%s: an id that a client repeats returns its document once', async (path, options) => {
    const {read} = openLake()
    const {documents} = await read(`${path}${many('a')}${options}`)
    expect(documents).toHaveLength(1)
  })

  test('an id that a client repeats is omitted once', async () => {
    const {read} = openLake()
    expect(await read(`doc/production/${many('gone')}`)).toEqual({
      documents: [],
      omitted: [{id: 'gone', reason: 'existence'}],
    })
  })

  test('two ids of the same document return its versions once', async () => {
    const {read} = openLake()
    const {documents} = await read('doc/production/a,drafts.a?includeAllVersions=true')
    expect(documents.map(({_id}: {_id: string}) => _id)).toEqual(['a', 'drafts.a'])
  })

  test.each(['doc/production/', 'history/production/documents/'])(
    '%s: documents that are too large together are an error in the hosted service’s format',
    async (path) => {
      const {send, read} = openLake({queryResultBytes: 3_000})
      expect((await read(`${path}a,b`)).documents).toHaveLength(2)
      const refused = await send(`${path}a,b,c`)
      expect(refused).toMatchObject(tooLarge)
      expect(JSON.parse(refused.text)).toMatchObject({statusCode: 400, error: 'Bad Request'})
      expect(await send(`doc/production/a,b,c?excludeContent=true`)).toMatchObject({status: 200})
    },
  )

  test.each([
    'doc/production/',
    'history/production/documents/',
    'history/production/transactions/',
  ])('%s: more than a thousand ids are an error', async (path) => {
    const {send} = openLake()
    const ids = (count: number) => Array.from({length: count}, (_, index) => index).join()
    expect((await send(`${path}${ids(1_000)}`)).status).toBe(200)
    expect(await send(`${path}${ids(1_001)}`)).toMatchObject({
      status: 400,
      text: expect.stringContaining('The limit is 1000'),
    })
  })

  test('transactions that are too large together are an error', async () => {
    const {send, mutate} = openLake({queryResultBytes: 3_000})
    for (const bio of ['b', 'c']) {
      await mutate([{createOrReplace: {...large, _id: 'd', bio: bio.repeat(1_000)}}])
    }
    const path = 'history/production/transactions/d'
    expect((await send(path)).text.trim().split('\n')).toHaveLength(2)
    await mutate([{createOrReplace: {...large, _id: 'd'}}])
    expect(await send(path)).toMatchObject(tooLarge)
    expect((await send(`${path}?limit=2`)).status).toBe(200)
  })

  test('mutations that would return a document too often are refused, and nothing is stored', async () => {
    const {lake, mutate} = openLake({queryResultBytes: 3_000})
    const mutations = [
      {create: {_id: 'new', _type: 'guest'}},
      ...Array(50).fill({patch: {id: 'a', set: {name: 'Ada'}}}),
    ]
    expect(await mutate(mutations, '?returnDocuments=true')).toMatchObject(tooLarge)
    expect(lake.count()).toBe(4)
    expect(await mutate(mutations)).toMatchObject({status: 200})
  })

  test.each([
    'export/production',
    `doc/production/${[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `large-${n}`).join()}`,
  ])('%s comes in chunks of about a megabyte, also with large documents', async (path) => {
    const {lake} = openLake()
    const documents = Array.from({length: 8}, (_, n) => ({
      _id: `large-${n}`,
      _type: 'guest',
      bio: 'a'.repeat(600_000),
    }))
    lake.import([{file: 'large', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
    const response = await lake.fetch(new Request(`http://localhost/vX/data/${path}`))
    const chunks: number[] = []
    let text = ''
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk.byteLength)
      text += new TextDecoder().decode(chunk)
    }
    expect(Math.max(...chunks)).toBeLessThan(2_000_000)
    expect(text.match(/"large-\d"/g)).toHaveLength(documents.length)
  })
})
