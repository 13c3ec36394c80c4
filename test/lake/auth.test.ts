import {afterAll, describe, expect, test} from 'vitest'
import {createLake, isLakeError, serve} from '../../lake/index.ts'
import {runLake} from './support/runLake.ts'

const tokens = [
  {token: 'reads-only', role: 'read' as const, name: 'Site'},
  {token: 'writes-too', role: 'write' as const, name: 'Importer'},
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
  test('a stranger sees what is published, in every perspective and by reference, and no more', async () => {
    for (const perspective of ['raw', 'drafts', 'published'] as const) {
      await expect(as().fetch(names, {}, {perspective})).resolves.toEqual(['Published'])
    }
    await expect(as().fetch('*[_type == "talk"][0].to->name')).resolves.toBeNull()
    const documents = await as().getDocuments(['open', 'drafts.open', 'secrets.key'])
    expect(documents.map((document) => document?.name ?? null)).toEqual(['Published', null, null])
  })

  test('a stranger changes nothing, exports nothing and reads no history', async () => {
    await expect(as().create({_type: 'guest'})).rejects.toMatchObject({statusCode: 401})
    await expect(as().assets.upload('file', Buffer.from('x'))).rejects.toMatchObject({
      statusCode: 401,
    })
    for (const url of ['/data/export/production', '/data/history/production/transactions/open']) {
      await expect(as().request({url})).rejects.toMatchObject({statusCode: 401})
    }
  })

  test('a token that reads sees drafts and private paths, and writes nothing', async () => {
    const raw = await as('reads-only').fetch(names, {}, {perspective: 'raw'})
    expect(raw).toEqual(['Draft', 'Private', 'Published'])
    await expect(as('reads-only').delete('open')).rejects.toMatchObject({statusCode: 403})
  })

  test('a token that writes writes, and stands as the author', async () => {
    await as('writes-too').createOrReplace({_id: 'made', _type: 'guest', name: 'Made'})
    const lines = await as('writes-too').request<string>({
      url: '/data/history/production/transactions/made',
    })
    expect(JSON.stringify(lines)).toMatch(/token-[0-9a-f]{8}/)
    expect(JSON.stringify(lines)).not.toContain('writes-too')
  })

  test('a wrong token is refused rather than taken for a stranger, and not repeated', async () => {
    const request = as('reads-onl').fetch(names)
    await expect(request).rejects.toMatchObject({statusCode: 401})
    await expect(request).rejects.not.toThrow(/reads-onl/)
  })

  test('a stranger’s listener hears of published documents only', async () => {
    const heard: string[] = []
    const listening = await new Promise<{unsubscribe(): void}>((resolve) => {
      const subscription = as()
        .listen('*', {}, {events: ['welcome', 'mutation']})
        .subscribe((event) => {
          if (event.type === 'welcome') resolve(subscription)
          if (event.type === 'mutation') heard.push(event.documentId)
        })
    })
    await as('writes-too').create({_id: 'drafts.heard', _type: 'guest'})
    await as('writes-too').create({_id: 'heard', _type: 'guest'})
    await expect.poll(() => heard).toEqual(['heard'])
    listening.unsubscribe()
  })
})

test('an open lake does not listen beyond this machine', async () => {
  const open = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
  const error = await serve(open, {port: 0, host: '0.0.0.0'}).catch((reason: unknown) => reason)
  expect(isLakeError(error) && error.code).toBe('tokens-required')
})

test('an origin on the list may use the lake, and only that one', async () => {
  const listed = createLake({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    allowedOrigins: ['https://studio.example'],
  })
  const ask = (origin: string) =>
    listed.fetch(new Request('http://localhost/v1/users/me', {headers: {origin}}))
  expect((await ask('https://studio.example')).status).toBe(200)
  expect((await ask('https://studio.example.evil')).status).toBe(403)
})

test('a port in use is told by its number', async () => {
  const second = serve(lake, {port})
  await expect(second).rejects.toMatchObject({code: 'port-in-use', port})
})
