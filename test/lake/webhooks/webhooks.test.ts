import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {describe, expect, onTestFinished, test} from 'vitest'
import {openEngine} from '../../../lake/engine.ts'
import {importDocuments} from '../../../lake/importDocuments.ts'
import {defaultLimits} from '../../../lake/limits.ts'
import type {Mutation} from '../../../lake/mutations/mutation.ts'
import {openSharedResources} from '../../../lake/sharedResources.ts'
import type {WebhookDefinition} from '../../../lake/webhooks/declaredWebhook.ts'
import {openWebhooks} from '../../../lake/webhooks/openWebhooks.ts'
import type {Outcome, WebhookRequest} from '../../../lake/webhooks/sendRequest.ts'

const now = '2030-01-01T08:00:00.000Z'
const clock = {now: () => new Date(now)}
const ok: Outcome = {kind: 'answered', status: 200, body: 'ok', retryAfter: undefined}
const failed = (status: number, retryAfter?: string): Outcome => ({
  kind: 'answered',
  status,
  body: 'no',
  retryAfter,
})

function newEngine() {
  const engine = openEngine({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    clock,
    limits: defaultLimits,
    shared: openSharedResources(defaultLimits),
  })
  onTestFinished(() => engine.close())
  return engine
}

const hook = {
  name: 'hook',
  url: 'http://localhost:3000/',
  on: ['create', 'update', 'delete'],
} as const

/** Opens webhooks of one dataset, with a receiver that answers with the given outcomes and then with 200. */
function open(
  definitions: readonly WebhookDefinition[],
  outcomes: Outcome[] = [],
  engine = newEngine(),
  waitOne: () => Promise<void> = () => Promise.resolve(),
  processor: {processorMilliseconds?: () => number} = {},
) {
  const requests: WebhookRequest[] = []
  const waits: number[] = []
  const warnings: string[] = []
  let ids = 0
  const webhooks = openWebhooks({
    projectId: 'local',
    webhooks: definitions,
    allowedWebhookHosts: [],
    clock,
    ...processor,
    makeId: () => `id-${++ids}`,
    warn: (message) => void warnings.push(message),
    values: (projectId) => (projectId === 'local' ? engine.store : undefined),
    send: async (request) => {
      requests.push(request)
      return outcomes.shift() ?? ok
    },
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return waitOne()
    },
  })
  onTestFinished(() => webhooks.close())
  webhooks.watch(engine)
  return {
    engine,
    webhooks,
    requests,
    waits,
    warnings,
    write: (...mutations: Mutation[]) =>
      engine.transactor.transact((run) => void run(mutations), {author: 'me'}).transactionId,
    /** Waits until as many messages are delivered or have failed. */
    settle: async (count = 1) => {
      const messages = () => webhooks.list('local').flatMap((one) => webhooks.messages(one))
      await expect.poll(() => messages().filter(isSettled)).toHaveLength(count)
    },
    bodies: () => requests.map(({body}) => JSON.parse(body)),
  }
}

function isSettled({status}: {status: string}): boolean {
  return status === 'success' || status === 'failure'
}

const create = (_id: string, fields: object = {}) => ({create: {_id, _type: 'post', ...fields}})

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
    const [webhook] = lake.webhooks.list('local')
    expect(webhook && lake.webhooks.messages(webhook)).toMatchObject([
      {status: 'failure', payload: expect.stringContaining('Use a projection')},
    ])
    expect(lake.engine.documents.raw.byId('a')).toBeDefined()
  })
})

describe('a filter that is too slow', () => {
  const slow = {...hook, name: 'slow', filter: 'count(*[count(*[n > ^.n]) > 5]) > 0'}

  function openSlow(
    definitions: readonly WebhookDefinition[] = [slow],
    processor: {processorMilliseconds?: () => number} = {processorMilliseconds: busy()},
  ) {
    const engine = newEngine()
    const many = Array.from({length: 3_000}, (_, n) => create(`n${n}`, {n}))
    engine.transactor.transact((run) => void run(many), {author: 'me'})
    return open(definitions, [], engine, () => Promise.resolve(), processor)
  }

  /** Returns a time that passes with each reading, as for a thread that has the processor for itself. */
  function busy() {
    let milliseconds = 0
    return () => (milliseconds += 20)
  }

  test('does not pause its webhook when the machine is busy and gave it no time', async () => {
    const lake = openSlow([slow], {processorMilliseconds: () => 0})
    lake.write(create('a'))
    await lake.settle()
    expect(lake.webhooks.list('local')).toMatchObject([{isDisabled: false}])
    expect(lake.warnings).toEqual([])
  })

  test('pauses its webhook, and the log and the API say so', async () => {
    const lake = openSlow()
    lake.write(create('a'))
    await lake.settle()
    const [webhook] = lake.webhooks.list('local')
    expect(webhook).toMatchObject({isDisabled: true, isDisabledByUser: false})
    expect(webhook && lake.webhooks.messages(webhook)).toMatchObject([
      {status: 'failure', payload: expect.stringContaining('The lake disabled the webhook "slow"')},
    ])
    expect(lake.warnings).toEqual([expect.stringContaining('"slow"')])
  })

  test('costs later writes nothing, and does not hold up another webhook', async () => {
    const lake = openSlow([slow, {...hook, projection: '_id'}])
    lake.write(create('a'))
    lake.write(create('b'))
    await lake.settle(3)
    expect(lake.bodies()).toEqual(['a', 'b'])
    expect(lake.warnings).toHaveLength(1)
  })

  test('lets other work have its turn between two webhooks', async () => {
    const lake = openSlow([1, 2, 3].map((n) => ({...slow, name: `slow-${n}`})))
    lake.write(create('a'))
    const paused: number[] = []
    while (lake.warnings.length < 3) {
      await new Promise((resolve) => setImmediate(resolve))
      paused.push(lake.warnings.length)
    }
    expect(new Set(paused)).toEqual(new Set([0, 1, 2, 3]))
  })

  test('gets another try when its webhook is changed', async () => {
    const lake = openSlow([])
    const {filter} = slow
    const rule = {on: ['create'], filter}
    const created = lake.webhooks.create('local', {name: 'slow', url: hook.url, rule}, 'me')
    lake.write(create('a'))
    await lake.settle()
    const paused = lake.webhooks.get('local', created.id)
    if (!paused) throw new Error('The webhook is missing')
    expect(paused.isDisabled).toBe(true)
    const changed = lake.webhooks.update(paused, {rule: {filter: '_id == "b"', projection: '_id'}})
    expect(changed.isDisabled).toBe(false)
    lake.write(create('b'))
    await lake.settle(2)
    expect(lake.bodies()).toEqual(['b'])
  })
})

describe('a receiver', () => {
  const attemptsOf = (lake: ReturnType<typeof open>) => {
    const [webhook] = lake.webhooks.list('local')
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
    const [webhook] = lake.webhooks.list('local')
    const messages = webhook ? lake.webhooks.messages(webhook) : []
    expect(messages.length).toBeLessThanOrEqual(100)
    expect(messages.length).toBeGreaterThan(75)
    expect(messages[0]).toMatchObject({documentId: 'a119', status: 'success'})
  })
})
