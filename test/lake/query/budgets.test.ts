import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, type LakeLimits} from '../../../lake/index.ts'

const documents = Array.from({length: 3_000}, (_, n) => ({
  _id: `guest-${n}`,
  _type: 'guest',
  title: 'a'.repeat(60),
  n,
}))

function openLake(limits: Partial<LakeLimits> = {}) {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production', limits})
  let isOpen = true
  const close = () => {
    if (isOpen) lake.close()
    isOpen = false
  }
  onTestFinished(close)
  lake.import([{file: 'guests', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
  const send = async (path: string, init: RequestInit = {}) => {
    const url = `http://localhost/v${apiVersion}/data/${path}`
    const response = await lake.fetch(new Request(url, init))
    const body: unknown = await response.json()
    return {status: response.status, headers: response.headers, body}
  }
  return {
    lake,
    close,
    send,
    query: (query: string, init: RequestInit = {}) =>
      send(`query/production?query=${encodeURIComponent(query)}`, init),
    post: (query: string, params: object) =>
      send('query/production', {method: 'POST', body: JSON.stringify({query, params})}),
    mutate: (...mutations: object[]) =>
      send('mutate/production', {method: 'POST', body: JSON.stringify({mutations})}),
  }
}

/** Runs until it is stopped. */
const endless = '*[title match "*a*a*a*a*a*a*a*a*b"]'
const queryError = (type: string, description = expect.any(String)) => ({
  error: expect.objectContaining({type, description}),
})

const hostileQueries: [string, string][] = [
  ['a pattern with many stars', endless],
  ['a sum of many numbers', Array(20_000).fill('1').join('+')],
  ['a self join', 'count(*{"more": count(*[n < ^.n]{"c": count(*[n < ^.n])}[c > 5])}[more > 5])'],
  [
    'a result that contains everything for each document',
    '*{"all": *[n != ^.n]{"all": *[n != ^.n]}}',
  ],
  ['a list that doubles', `{"a": [1, 2, 3, 4]}${'{"a": a + a}'.repeat(60)}`],
]

describe('a hostile query', () => {
  test.each(hostileQueries)(
    'gets an error with the hosted service’s fields: %s',
    async (_, hostile) => {
      const {query} = openLake({quickQueryMilliseconds: 20, queryMilliseconds: 50})
      expect(await query(hostile)).toMatchObject({
        status: 400,
        body: queryError('queryTimeoutError', expect.stringContaining('longer than 50 ms')),
      })
    },
  )

  test.each(hostileQueries)('does not keep anybody waiting: %s', async (_, hostile) => {
    // Without the client’s leaving, it would run for ten minutes.
    const {query, mutate} = openLake({queryMilliseconds: 600_000})
    const client = new AbortController()
    let isSettled = false
    const attack = query(hostile, {signal: client.signal}).finally(() => (isSettled = true))
    await Promise.all(
      Array.from({length: 20}, async (_one, n) => {
        const {body} = await query(`*[_id == "guest-${n}"][0].n`)
        expect(body).toMatchObject({result: n})
      }),
    )
    expect((await mutate({create: {_id: 'new', _type: 'guest'}})).status).toBe(200)
    expect(isSettled).toBe(false)
    client.abort()
    expect((await attack).status).toBe(499)
  })

  test('in a flood of others does not delay a query that was quick before', async () => {
    // Without the client’s leaving, they would run for ten minutes.
    const {query} = openLake({queryMilliseconds: 600_000})
    const known = '*[_id == "guest-1"][0].n'
    await query(known)
    const client = new AbortController()
    const settled: string[] = []
    const attacks = Array.from({length: 40}, (_, n) =>
      query(`${endless}[0...${n}]`, {signal: client.signal}).finally(() => settled.push('hostile')),
    )
    const unknown = query('*[_id == "guest-2"][0].n').finally(() => settled.push('unknown'))
    await query(known)
    expect(settled).toEqual([])
    expect((await unknown).body).toMatchObject({result: 2})
    client.abort()
    await Promise.all(attacks)
  })

  test('that needs too much memory ends only itself', async () => {
    const {query} = openLake({queryMemoryMegabytes: 16, quickQueryMilliseconds: 60_000})
    const doubled = `count({"a": [1, 2, 3, 4]}${'{"a": a + a}'.repeat(23)}.a)`
    expect(await query(doubled)).toMatchObject({
      status: 400,
      body: queryError('queryLimitError', expect.stringContaining('16 MB')),
    })
    expect((await query('count(*)')).body).toMatchObject({result: documents.length})
  })

  test('with too long a result, text or parameters is rejected', async () => {
    const {query, post} = openLake({
      queryResultBytes: 1_000,
      queryCharacters: 200,
      queryParameterBytes: 100,
    })
    const limited = {status: 400, body: queryError('queryLimitError')}
    expect(await query('*[0...3]')).toMatchObject({status: 200})
    expect(await query('*[0...30]')).toMatchObject(limited)
    expect(await query(`"${'x'.repeat(200)}"`)).toMatchObject(limited)
    expect(await post('$a', {a: 'x'.repeat(90)})).toMatchObject({status: 200})
    expect(await post('$a', {a: 'x'.repeat(100)})).toMatchObject(limited)
    const nested = encodeURIComponent(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    expect(await query(`$a&$a=${nested}`)).toMatchObject({status: 400})
  })

  test('finds no place when too many wait, and is asked to come back', async () => {
    const {query} = openLake({
      quickQueryMilliseconds: 20,
      queryMilliseconds: 1_000,
      queuedSlowQueries: 1,
    })
    const attacks = await Promise.all(
      ['b', 'c', 'd', 'e'].map((end) => query(endless.replace('*b', `*${end}`))),
    )
    expect(attacks.map(({status}) => status).toSorted((a, b) => a - b)).toEqual([
      400, 400, 503, 503,
    ])
    const rejected = attacks.find(({status}) => status === 503)
    expect(rejected?.headers.get('retry-after')).toBe('1')
  })

  test('stops when its client leaves, so that the next slow query has its turn', async () => {
    // Without the client’s leaving, the first query would run for ten minutes.
    const {query} = openLake({queryMilliseconds: 600_000})
    const client = new AbortController()
    const left = query(endless, {signal: client.signal})
    const slow = query('count(*[n < 500]{"more": count(*[n < ^.n])}[more > 5])')
    // The quick lane has passed both on when it answers this one.
    await query('1')
    client.abort()
    expect((await left).status).toBe(499)
    expect((await slow).body).toMatchObject({result: 494})
  })

  test('ends with the lake', async () => {
    const {close, query} = openLake({queryMilliseconds: 600_000})
    const attacks = [query(endless), query(`${endless}._id`)]
    await query('1')
    close()
    const statuses = (await Promise.all(attacks)).map(({status}) => status)
    expect(statuses).toEqual([499, 499])
  })
})

describe('a query sees every earlier write', () => {
  test('also while the copy of the dataset is loading', async () => {
    const {query, mutate} = openLake()
    const first = query('count(*)')
    await mutate({delete: {id: 'guest-2999'}}, {create: {_id: 'a', _type: 'guest', n: 0}})
    await mutate({patch: {id: 'a', inc: {n: 1}}}, {patch: {id: 'guest-2998', set: {n: 'last'}}})
    const after = '{"a": *[_id == "a"][0].n, "b": *[_id match "guest-299*"] | order(n) [].n}'
    expect((await query(after)).body).toMatchObject({
      result: {a: 1, b: expect.arrayContaining(['last'])},
    })
    expect((await query('count(*)')).body).toMatchObject({result: documents.length})
    expect((await first).status).toBe(200)
  })

  test('also when it comes between the reading and the sending of a batch of the copy', async () => {
    const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
    onTestFinished(() => lake.close())
    lake.import([
      {
        file: 'guests',
        text: documents
          .slice(0, 5)
          .map((one) => JSON.stringify(one))
          .join('\n'),
      },
    ])
    const send = async (path: string, init: RequestInit = {}): Promise<unknown> => {
      const url = `http://localhost/v${apiVersion}/data/${path}`
      return (await lake.fetch(new Request(url, init))).json()
    }
    // `serve` starts the copy here.
    lake.setAddress('http://localhost:3900')
    const mutations = [{patch: {id: 'guest-3', set: {n: 'new'}}}]
    await send('mutate/production', {method: 'POST', body: JSON.stringify({mutations})})
    const query = encodeURIComponent('*[_id == "guest-3"][0].n')
    expect(await send(`query/production?query=${query}`)).toMatchObject({result: 'new'})
  })

  test('one after another', async () => {
    const {query, mutate} = openLake()
    await mutate({create: {_id: 'counter', _type: 'counter', n: 0}})
    for (let n = 1; n <= 50; n++) {
      await mutate({patch: {id: 'counter', inc: {n: 1}}})
      expect((await query('*[_id == "counter"][0].n')).body).toMatchObject({result: n})
    }
  })
})

describe('a query in a mutation', () => {
  test('that takes too long refuses the transaction, and nothing is stored', async () => {
    const {lake, mutate} = openLake({mutationQueryMilliseconds: 500})
    const refused = await mutate({create: {_id: 'new', _type: 'guest'}}, {delete: {query: endless}})
    expect(refused).toMatchObject({status: 400, body: queryError('queryTimeoutError')})
    expect(lake.count()).toBe(documents.length)
    expect((await mutate({delete: {query: '*[_id == "guest-1"]'}})).status).toBe(200)
    expect(lake.count()).toBe(documents.length - 1)
  })

  test('that is slow leaves less time for those that come with it, which may come back', async () => {
    const {mutate} = openLake({mutationQueryMilliseconds: 100})
    const attacks = await Promise.all(
      Array.from({length: 2}, () => mutate({delete: {query: endless}})),
    )
    expect(attacks.map(({status}) => status)).toEqual([400, 503])
    expect(attacks[1]?.headers.get('retry-after')).toBe('1')
  })

  test('shares its time with the others of the transaction, so that many do not add up', async () => {
    const {mutate} = openLake({mutationQueryMilliseconds: 100})
    const scan = {delete: {query: '*[title match "*a*a*c" || n == "nothing"]'}}
    expect(await mutate(...Array(1_000).fill(scan))).toMatchObject({status: 400})
  })
})
