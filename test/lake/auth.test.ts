import {afterAll, describe, expect, test} from 'vitest'
import {createLake, isLakeError, serve} from '../../lake/index.ts'
import {runLake} from './support/runLake.ts'

const tokens = [
  {token: 'reads-only-token', role: 'read' as const, name: 'Site'},
  {token: 'writes-too-token', role: 'write' as const, name: 'Importer'},
]
const {lake, clientWith, port, close} = await runLake({tokens})
afterAll(close)
lake.import([
  {
    file: 'seed',
    text: [
      {_id: 'open', _type: 'guest', name: 'Published'},
      {_id: 'drafts.open', _type: 'guest', name: 'Draft'},
      {_id: 'secrets.key', _type: 'guest', name: 'Private'},
      {_id: 'talk', _type: 'talk', to: {_ref: 'secrets.key'}},
    ]
      .map((document) => JSON.stringify(document))
      .join('\n'),
  },
])
const as = (token?: string) => clientWith(token === undefined ? {} : {token})
const names = '*[_type == "guest"] | order(name asc).name'

describe('with tokens configured', () => {
  test('a request without a token sees only published documents, in every perspective and by reference', async () => {
    for (const perspective of ['raw', 'drafts', 'published'] as const) {
      await expect(as().fetch(names, {}, {perspective})).resolves.toEqual(['Published'])
    }
    await expect(as().fetch('*[_type == "talk"][0].to->name')).resolves.toBeNull()
    const documents = await as().getDocuments(['open', 'drafts.open', 'secrets.key'])
    expect(documents.map((document) => document?.name ?? null)).toEqual(['Published', null, null])
  })

  test('a request without a token cannot write, export or read the history', async () => {
    await expect(as().create({_type: 'guest'})).rejects.toMatchObject({statusCode: 401})
    await expect(as().assets.upload('file', Buffer.from('x'))).rejects.toMatchObject({
      statusCode: 401,
    })
    for (const url of ['/data/export/production', '/data/history/production/transactions/open']) {
      await expect(as().request({url})).rejects.toMatchObject({statusCode: 401})
    }
  })

  test('a read token sees drafts and private paths, and cannot write', async () => {
    const raw = await as('reads-only-token').fetch(names, {}, {perspective: 'raw'})
    expect(raw).toEqual(['Draft', 'Private', 'Published'])
    await expect(as('reads-only-token').delete('open')).rejects.toMatchObject({statusCode: 403})
  })

  test('a write token can write, and the history does not contain it', async () => {
    await as('writes-too-token').createOrReplace({_id: 'written', _type: 'guest', name: 'Written'})
    const lines = await as('writes-too-token').request<string>({
      url: '/data/history/production/transactions/written',
    })
    expect(JSON.stringify(lines)).toMatch(/token-[0-9a-f]{8}/)
    expect(JSON.stringify(lines)).not.toContain('writes-too-token')
  })

  test('a wrong token is rejected instead of ignored, and the error does not repeat it', async () => {
    const request = as('reads-only-toke').fetch(names)
    await expect(request).rejects.toMatchObject({statusCode: 401})
    await expect(request).rejects.not.toThrow(/reads-only-toke/)
  })

  test('a listener without a token receives only published documents', async () => {
    const received: string[] = []
    const listening = await new Promise<{unsubscribe(): void}>((resolve) => {
      const subscription = as()
        .listen('*', {}, {events: ['welcome', 'mutation']})
        .subscribe((event) => {
          if (event.type === 'welcome') resolve(subscription)
          if (event.type === 'mutation') received.push(event.documentId)
        })
    })
    await as('writes-too-token').create({_id: 'drafts.received', _type: 'guest'})
    await as('writes-too-token').create({_id: 'received', _type: 'guest'})
    await expect.poll(() => received).toEqual(['received'])
    listening.unsubscribe()
  })

  test('a listener without a token does not learn who changed a document, and with which mutations', async () => {
    const eventFor = async (id: string, token?: string) => {
      const listener = as(token).listen('*', {}, {events: ['welcome', 'mutation']})
      return new Promise((resolve, reject) => {
        const subscription = listener.subscribe({
          error: reject,
          next: (event) => {
            if (event.type === 'mutation') {
              subscription.unsubscribe()
              resolve({...event})
            } else {
              as('writes-too-token')
                .mutate([
                  {createIfNotExists: {_id: id, _type: 'guest'}},
                  {patch: {query: `*[_id == "${id}"]`, set: {name: 'New'}}},
                ])
                .catch(reject)
            }
          },
        })
      })
    }
    const result = {name: 'New'}
    expect(await eventFor('quiet')).toMatchObject({identity: '', mutations: [], result})
    const event = await eventFor('loud', 'reads-only-token')
    expect(event).toMatchObject({identity: expect.stringMatching(/^token-/), result})
    // The query that selected the document is nobody's business.
    expect(event).toMatchObject({mutations: [{}, {patch: {id: 'loud', set: {name: 'New'}}}]})
    expect(JSON.stringify(event)).not.toContain('_id ==')
  })

  test.each([
    {role: 'without a token', headers: new Headers(), isShown: false},
    {
      role: 'with a token',
      headers: new Headers({authorization: 'Bearer reads-only-token'}),
      isShown: true,
    },
  ])('live events $role: changes on private paths show: $isShown', async ({headers, isShown}) => {
    const url = `http://localhost:${port}/vX/data/live/events/production`
    const client = new AbortController()
    const response = await fetch(url, {headers, signal: client.signal})
    const revisions: string[] = []
    for (const _id of ['secrets.live', 'drafts.live', 'live']) {
      const {_rev} = await as('writes-too-token').createOrReplace({_id, _type: 'guest'})
      revisions.push(_rev)
    }
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes(revisions[2] ?? '')) break
    }
    client.abort()
    const shown = revisions.map((revision) => text.includes(revision))
    expect(shown).toEqual([isShown, false, true])
  })

  test('only a token that writes can store settings', async () => {
    const put = (token: string) =>
      as(token).request({url: '/users/me/keyvalue', method: 'PUT', body: [{key: 'a', value: 1}]})
    await expect(put('reads-only-token')).rejects.toMatchObject({statusCode: 403})
    await expect(put('writes-too-token')).resolves.toEqual([{key: 'a', value: 1}])
    // The Studio of a reader reads none, and shows its defaults.
    const url = '/users/me/keyvalue/a'
    await expect(as('reads-only-token').request({url})).resolves.toEqual([{key: 'a', value: null}])
  })

  test('a setting that is deleted is null, as one that never was', async () => {
    const client = as('writes-too-token')
    const url = '/users/me/keyvalue'
    const key = 'sort order'
    await client.request({url, method: 'PUT', body: [{key, value: 1}]})
    const one = `${url}/${encodeURIComponent(key)}`
    await client.request({url: one, method: 'DELETE'})
    await expect(client.request({url: one})).resolves.toEqual([{key, value: null}])
    await expect(client.request({url: one, method: 'DELETE'})).rejects.toMatchObject({
      statusCode: 404,
    })
  })

  test('settings have a limited size and number, and are stored all or none', async () => {
    const url = '/users/me/keyvalue'
    const put = (body: object) => as('writes-too-token').request({url, method: 'PUT', body})
    const keys = (from: number, to: number) =>
      Array.from({length: to - from}, (_, index) => ({key: `k${from + index}`, value: 1}))
    const invalid = {statusCode: 400}
    await expect(
      put([
        {key: 'good', value: 1},
        {key: 'b', value: 'x'.repeat(64_000)},
      ]),
    ).rejects.toMatchObject(invalid)
    await expect(as('writes-too-token').request({url: `${url}/good`})).resolves.toEqual([
      {key: 'good', value: null},
    ])
    await expect(put([{key: 'k'.repeat(501), value: 1}])).rejects.toMatchObject(invalid)
    // The test before has stored one.
    await put(keys(0, 999))
    await expect(put(keys(998, 1_000))).rejects.toMatchObject(invalid)
    await expect(put(keys(998, 999))).resolves.toEqual(keys(998, 999))
    const repeated = Array(500).fill('k1').join()
    await expect(as('writes-too-token').request({url: `${url}/${repeated}`})).resolves.toHaveLength(
      1,
    )
  })
})

test('a lake without tokens does not listen on other addresses than loopback', async () => {
  const open = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
  const error = await serve(open, {port: 0, host: '0.0.0.0'}).catch((reason: unknown) => reason)
  expect(isLakeError(error) && error.code).toBe('tokens-required')
})

test('only the origins in allowedOrigins may use the lake', async () => {
  const listed = createLake({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    allowedOrigins: ['https://studio.example'],
  })
  const sendFrom = (origin: string) =>
    listed.fetch(new Request('http://localhost/v1/users/me', {headers: {origin}}))
  expect((await sendFrom('https://studio.example')).status).toBe(200)
  expect((await sendFrom('https://studio.example.evil')).status).toBe(403)
})

test('the error for a port in use has its number', async () => {
  const second = serve(lake, {port})
  await expect(second).rejects.toMatchObject({code: 'port-in-use', port})
})

describe('invalid tokens are an error at the start, instead of a lake that admits strangers', () => {
  const valid = {token: 'a-valid-token-with-28-chars!', role: 'read', name: 'Site'}
  const messageFor = (tokens: unknown): string => {
    const options = {file: ':memory:', projectId: 'local', dataset: 'production', tokens}
    try {
      // From JavaScript, where no compiler checks the options.
      Reflect.apply(createLake, undefined, [options])
    } catch (error) {
      if (isLakeError(error) && error.code === 'invalid-configuration') return error.message
    }
    throw new Error('The lake opened')
  }

  test.each([
    [[{...valid, token: undefined}], 'tokens[0].token: it is missing'],
    [[valid, {...valid, token: ''}], 'tokens[1].token: it is empty'],
    [[{...valid, token: 'short-and-known'}], 'tokens[0].token: it has 15 characters'],
    [[{...valid, token: ' a-token-with-a-space'}], 'tokens[0].token: it has spaces'],
    [[{...valid, token: 'a-token-with-a-line\n'}], 'tokens[0].token: it has spaces'],
    [[{...valid, role: 'admin'}], 'tokens[0].role: it is unknown. Use read or write.'],
    [[{...valid, role: undefined}], 'tokens[0].role: it is unknown'],
    [[{...valid, name: ''}], 'tokens[0].name: it is missing'],
    [[valid, {...valid, role: 'write'}], 'tokens[1].token: it is the same as tokens[0].token'],
    [[undefined], 'tokens[0]: it is not an object'],
    ['a-valid-token-with-28-chars!', 'tokens: it is not a list'],
  ])('%j', (tokens, expected) => {
    const message = messageFor(tokens)
    expect(message).toContain(expected)
    expect(message).not.toMatch(/a-valid-token|short-and-known|a-token-with/)
  })
})
