import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {describe, expect, onTestFinished, test} from 'vitest'
import {importDocuments} from '../../../lake/importDocuments.ts'
import {openWebhooks} from '../../../lake/webhooks/openWebhooks.ts'
import type {Outcome} from '../../../lake/webhooks/sendRequest.ts'
import {clock, create, failed, hook, newEngine, ok, open} from './support.ts'

describe('a webhook', () => {
  test('sends the projection of each changed document, in the order of the changes', async () => {
    const lake = open([
      {
        ...hook,
        filter: '_type == "post"',
        projection: '{_id, "from": before().title, "to": after().title}',
      },
    ])
    lake.write(create('a', {title: 'One'}), {create: {_id: 'g', _type: 'guest'}})
    lake.write({patch: {id: 'a', set: {title: 'Two'}}})
    lake.write({delete: {id: 'a'}})
    await lake.settle(3)
    expect(lake.bodies()).toEqual([
      {_id: 'a', from: null, to: 'One'},
      {_id: 'a', from: 'One', to: 'Two'},
      {_id: 'a', from: 'Two', to: null},
    ])
    expect(lake.requests.map(({headers}) => headers['sanity-operation'])).toEqual([
      'create',
      'update',
      'delete',
    ])
  })

  test('names the transaction, the dataset and the document in its headers', async () => {
    const lake = open([{...hook, headers: {authorization: 'Bearer x'}}])
    const transactionId = lake.write(create('a'))
    await lake.settle()
    expect(lake.requests[0]).toMatchObject({
      url: hook.url,
      method: 'POST',
      headers: {
        authorization: 'Bearer x',
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': expect.any(String),
        'sanity-dataset': 'production',
        'sanity-document-id': 'a',
        'sanity-operation': 'create',
        'sanity-project-id': 'local',
        'sanity-transaction-id': transactionId,
        'sanity-webhook-id': 'declared-hook',
      },
    })
  })

  test('is signed with its secret, so that the receiver can verify it', async () => {
    const lake = open([{...hook, secret: 'shared secret'}])
    lake.write(create('a', {title: 'Zürich'}))
    await lake.settle()
    const verified = lake.requests.map(({headers, body}) =>
      isValidSignature(body, headers[SIGNATURE_HEADER_NAME] ?? '', 'shared secret'),
    )
    expect(await Promise.all(verified)).toEqual([true])
  })

  test('is sent for what changed only, if its filter says so', async () => {
    const lake = open([{...hook, on: ['update'], filter: 'delta::changedAny(title)'}])
    lake.write(create('a', {title: 'One'}))
    lake.write({patch: {id: 'a', set: {text: 'other'}}})
    lake.write({patch: {id: 'a', set: {title: 'Two'}}})
    await lake.settle()
    expect(lake.bodies()).toMatchObject([{title: 'Two', text: 'other'}])
  })

  test('follows references in its projection', async () => {
    const lake = open([{...hook, on: ['update'], projection: '{"name": author->name}'}])
    lake.write(create('ada', {name: 'Ada'}), create('a', {author: {_ref: 'ada'}}))
    lake.write({patch: {id: 'a', set: {title: 'Two'}}})
    await lake.settle()
    expect(lake.bodies()).toEqual([{name: 'Ada'}])
  })

  test('does not send drafts, versions and releases unless it asks for them', async () => {
    const variants = ['drafts.a', 'versions.r1.a', '_.releases.r1', 'a'].map((id) => create(id))
    const names = (lake: ReturnType<typeof open>) => lake.bodies().map(({_id}) => _id)
    const published = open([hook])
    published.write(...variants)
    await published.settle()
    expect(names(published)).toEqual(['a'])
    const all = open([{...hook, includeDrafts: true, includeAllVersions: true}])
    all.write(...variants)
    await all.settle(3)
    expect(names(all)).toEqual(['drafts.a', 'versions.r1.a', 'a'])
  })

  test('is not sent for another dataset or when it is disabled', async () => {
    const lake = open([
      {...hook, dataset: 'staging'},
      {...hook, name: 'off', status: 'disabled'},
      {...hook, name: 'on', projection: '_id'},
    ])
    lake.write(create('a'))
    await expect.poll(() => lake.requests).toHaveLength(1)
    expect(lake.bodies()).toEqual(['a'])
  })

  test('is not sent for a transaction that failed', async () => {
    const lake = open([hook])
    expect(() => lake.write(create('a'), {patch: {id: 'missing', set: {}}})).toThrow('missing')
    lake.write(create('b'))
    await lake.settle()
    expect(lake.bodies()).toMatchObject([{_id: 'b'}])
  })

  test('delivers each document of an import', async () => {
    const lake = open([{...hook, projection: '_id'}])
    const documents = Array.from({length: 500}, (_, n) => ({_id: `a${n}`, _type: 'post'}))
    const text = documents.map((document) => JSON.stringify(document)).join('\n')
    importDocuments(lake.engine, [{file: 'a', text}])
    await expect.poll(() => lake.requests).toHaveLength(500)
    expect(new Set(lake.bodies()).size).toBe(500)
  })

  test('with a body that is too large fails in the log with what to do, and the write succeeds', async () => {
    const lake = open([hook])
    lake.write(create('a', {title: 'x'.repeat(300_000)}))
    await lake.settle()
    expect(lake.requests).toEqual([])
    const [webhook] = lake.webhooks.definitions.list('local')
    expect(webhook && lake.webhooks.messages(webhook)).toMatchObject([
      {status: 'failure', payload: expect.stringContaining('Use a projection')},
    ])
    expect(lake.engine.documents.raw.byId('a')).toBeDefined()
  })
})

describe('a receiver', () => {
  const attemptsOf = (lake: ReturnType<typeof open>) => {
    const [webhook] = lake.webhooks.definitions.list('local')
    return webhook ? lake.webhooks.messages(webhook).flatMap(({attempts}) => attempts) : []
  }

  test.each([
    ['with a server error', failed(503)],
    ['that is overloaded', failed(429)],
    ['that does not answer', {kind: 'timeout'}],
    ['that cannot be reached', {kind: 'network', reason: 'ECONNREFUSED'}],
  ] as const)('%s gets the message again, twice, 30 seconds apart', async (_, outcome) => {
    const lake = open([hook], [outcome, outcome, outcome])
    lake.write(create('a'))
    await lake.settle()
    expect(lake.requests).toHaveLength(3)
    expect(lake.waits).toEqual([30_000, 30_000])
    expect(new Set(lake.requests.map(({headers}) => headers['idempotency-key'])).size).toBe(1)
    expect(attemptsOf(lake)).toMatchObject([
      {isFailure: true},
      {isFailure: true},
      {isFailure: true},
    ])
  })

  test.each([400, 404, 410, 301, 307])('that answers %i gets no second request', async (status) => {
    const lake = open([hook], [failed(status)])
    lake.write(create('a'))
    await lake.settle()
    expect(lake.requests).toHaveLength(1)
    expect(attemptsOf(lake)).toMatchObject([
      {isFailure: true, failureReason: 'http', resultCode: status},
    ])
  })

  test.each([
    ['120', 120_000],
    ['1', 30_000],
    ['99999', 300_000],
    ['Wed, 21 Oct 2037 07:28:00 GMT', 30_000],
  ])('that sends Retry-After: %s waits a bounded time', async (retryAfter, wait) => {
    const lake = open([hook], [failed(429, retryAfter)])
    lake.write(create('a'))
    await lake.settle()
    expect(lake.waits).toEqual([wait])
  })

  test('gets the next message only after the one that is repeated, so that it sees the order', async () => {
    const lake = open([{...hook, projection: '_id'}], [failed(500)])
    lake.write(create('a'))
    lake.write(create('b'))
    await expect.poll(() => lake.requests).toHaveLength(3)
    expect(lake.bodies()).toEqual(['a', 'a', 'b'])
  })

  test('that fails does not hold up another one', async () => {
    const engine = newEngine()
    const blocked = Promise.withResolvers<Outcome>()
    const urls: string[] = []
    const webhooks = openWebhooks({
      projectId: 'local',
      webhooks: [hook, {...hook, name: 'other', url: 'http://localhost:3001/'}],
      allowedWebhookHosts: [],
      clock,
      makeId: () => crypto.randomUUID(),
      warn: () => {},
      values: () => engine.store,
      send: ({url}) => {
        urls.push(url)
        return url === hook.url ? blocked.promise : Promise.resolve(ok)
      },
    })
    webhooks.watch(engine)
    onTestFinished(() => webhooks.close())
    for (const id of ['a', 'b']) {
      engine.transactor.transact((run) => void run([create(id)]), {author: 'me'})
    }
    await expect.poll(() => urls.filter((url) => url !== hook.url)).toHaveLength(2)
    expect(urls.filter((url) => url === hook.url)).toHaveLength(1)
    blocked.resolve(ok)
  })
})

describe('the log of a webhook', () => {
  test('survives a restart, and what was not delivered is sent then with the same key', async () => {
    const engine = newEngine()
    const forever = Promise.withResolvers<void>()
    const never = open([hook], [{kind: 'timeout'}], engine, () => forever.promise)
    never.write(create('a'))
    await expect.poll(() => never.waits).toHaveLength(1)
    never.webhooks.close()
    const again = open([hook], [], engine)
    again.webhooks.resume('local')
    await again.settle()
    const keys = [...never.requests, ...again.requests].map(
      ({headers}) => headers['idempotency-key'],
    )
    expect(keys).toEqual([keys[0], keys[0]])
    expect(again.bodies()).toMatchObject([{_id: 'a'}])
  })

  test('keeps a bounded number of messages, the newest ones', async () => {
    const lake = open([{...hook, projection: '_id'}])
    for (let n = 0; n < 120; n++) lake.write(create(`a${n}`))
    await expect.poll(() => lake.requests).toHaveLength(120)
    const [webhook] = lake.webhooks.definitions.list('local')
    const messages = webhook ? lake.webhooks.messages(webhook) : []
    expect(messages.length).toBeLessThanOrEqual(100)
    expect(messages.length).toBeGreaterThan(75)
    expect(messages[0]).toMatchObject({documentId: 'a119', status: 'success'})
  })
})
