import {createServer} from 'node:http'
import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, isLakeError, type LakeOptions} from '../../../lake/index.ts'

const writer = {token: 'writer-token-0001', role: 'write', name: 'Ada'} as const
const reader = {token: 'reader-token-0001', role: 'read', name: 'Site'} as const
const hooks = '/hooks/projects/local'

function openLake(options: Partial<LakeOptions> = {}, host = 'localhost') {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production', ...options})
  onTestFinished(() => lake.close())
  const request = async (method: string, path: string, body?: unknown, token?: string) => {
    const response = await lake.fetch(
      new Request(`http://${host}/v2025-08-04${path}`, {
        method,
        ...(token !== undefined && {headers: {authorization: `Bearer ${token}`}}),
        ...(body !== undefined && {body: JSON.stringify(body)}),
      }),
    )
    const text = await response.text()
    return {status: response.status, body: text === '' ? undefined : JSON.parse(text)}
  }
  return Object.assign(request, {lake})
}

/** Starts a receiver. @returns its address */
async function receiver(): Promise<string> {
  const server = createServer((_, response) => response.end('thanks'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port')
  return `http://localhost:${address.port}/`
}

const fields = {
  name: 'Rebuild',
  url: 'http://localhost:3000/',
  dataset: 'production',
  rule: {on: ['create'], filter: '_type == "post"', projection: '{_id}'},
}

describe('the webhooks of a project', () => {
  test('are created, listed, changed and deleted as on the hosted service', async () => {
    const request = openLake()
    const created = await request('POST', hooks, fields)
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      ...fields,
      type: 'document',
      projectId: 'local',
      httpMethod: 'POST',
      includeDrafts: false,
      isDisabled: false,
      createdByUserId: 'local-editor',
      deletedAt: null,
    })
    const one = `${hooks}/${created.body.id}`
    expect((await request('GET', hooks)).body).toEqual([created.body])
    const changed = await request('PATCH', one, {rule: {on: ['update']}, isDisabledByUser: true})
    expect(changed.body.rule).toEqual({...fields.rule, on: ['update']})
    expect((await request('GET', one)).body).toEqual(changed.body)
    expect((await request('DELETE', one)).status).toBe(204)
    expect((await request('GET', one)).status).toBe(404)
  })

  test('write a log that the commands of sanity print', async () => {
    const request = openLake()
    const {body: hook} = await request('POST', hooks, {...fields, url: await receiver()})
    const mutations = [{create: {_id: 'a', _type: 'post'}}]
    await request('POST', '/data/mutate/production', {mutations})
    const one = `${hooks}/${hook.id}`
    await expect
      .poll(async () => (await request('GET', `${one}/messages`)).body)
      .toMatchObject([
        {status: 'success', failureCount: 0, resultCode: 200, payload: '{"_id":"a"}'},
      ])
    const [attempt] = (await request('GET', `${one}/attempts`)).body
    expect(attempt).toMatchObject({isFailure: false, resultBody: 'thanks', resultCode: 200})
    expect((await request('GET', `${hooks}/attempts/${attempt.id}`)).body).toEqual(attempt)
  })

  test('need a token that writes, because they contain secrets', async () => {
    const request = openLake({tokens: [writer, reader]})
    for (const [method, path] of [
      ['GET', hooks],
      ['POST', hooks],
      ['GET', `${hooks}/attempts/x`],
    ] as const) {
      expect((await request(method, path, undefined, reader.token)).status).toBe(403)
      expect((await request(method, path)).status).toBe(401)
    }
    expect((await request('POST', hooks, fields, writer.token)).status).toBe(201)
  })

  test('are those of one project only', async () => {
    const request = openLake({datasets: [{projectId: 'shop', dataset: 'production'}]})
    const {body} = await request('POST', hooks, fields)
    expect((await request('GET', '/hooks/projects/shop')).body).toEqual([])
    expect((await request('GET', `/hooks/projects/shop/${body.id}`)).status).toBe(404)
    expect((await request('GET', '/hooks/projects/other')).status).toBe(404)
  })

  test('stay with the project when its oldest dataset is deleted, and work', async () => {
    const datasets = ['old', 'next'].map((dataset) => ({projectId: 'shop', dataset}))
    const request = openLake({datasets}, 'shop.localhost')
    const shop = '/hooks/projects/shop'
    const url = await receiver()
    const {body: hook} = await request('POST', shop, {...fields, dataset: '*', url})
    const write = (dataset: string, _id: string) =>
      request('POST', `/data/mutate/${dataset}`, {
        mutations: [{create: {_id, _type: 'post'}}],
      })
    const messages = async () => {
      const {body} = await request('GET', `${shop}/${hook.id}/messages`)
      return body.map(({documentId, status}: Record<string, unknown>) => [documentId, status])
    }
    await write('old', 'a')
    await expect.poll(messages).toEqual([['a', 'success']])
    expect((await request('DELETE', '/projects/shop/datasets/old')).status).toBe(200)
    expect((await request('GET', shop)).body).toEqual([hook])
    await write('next', 'b')
    await expect.poll(messages).toEqual([
      ['b', 'success'],
      ['a', 'success'],
    ])
    const changed = await request('PATCH', `${shop}/${hook.id}`, {name: 'Later'})
    expect(changed).toMatchObject({status: 200, body: {name: 'Later'}})
  })

  test('end with the last dataset of the project, so that a later project inherits none', async () => {
    const request = openLake(
      {
        datasets: [{projectId: 'shop', dataset: 'old'}],
        webhooks: [{name: 'declared', projectId: 'shop', url: await receiver(), on: ['create']}],
      },
      'shop.localhost',
    )
    const shop = '/hooks/projects/shop'
    await request('POST', shop, fields)
    const mutations = [{create: {_id: 'a', _type: 'post'}}]
    await request('POST', '/data/mutate/old', {mutations})
    const log = async () => (await request('GET', `${shop}/declared-declared/messages`)).body
    await expect.poll(log).toMatchObject([{status: 'success'}])
    await request('DELETE', '/projects/shop/datasets/old')
    expect((await request('GET', shop)).status).toBe(404)
    request.lake.open({projectId: 'shop', dataset: 'later'})
    expect((await request('GET', shop)).body).toMatchObject([{name: 'declared'}])
    expect(await log()).toEqual([])
  })

  test.each([
    [{url: 'http://169.254.169.254/'}, 'allowedWebhookHosts'],
    [{url: 'ftp://localhost/'}, 'url'],
    [{url: 'http://user:password@localhost/'}, 'contains a password'],
    [{url: 'http://localhost%00.evil/'}, 'Invalid URL'],
    [{dataset: '~current'}, 'Name the dataset of an alias'],
    [{rule: {on: []}}, 'rule.on'],
    [{rule: {on: ['create'], filter: '_type =='}}, 'xpected'],
    [{headers: {host: 'other'}}, 'is set by the lake'],
    [{headers: {'sanity-webhook-signature': 'x'}}, 'is set by the lake'],
    [{headers: {'x-a': 'b\r\nx-c: d'}}, 'is not a header value'],
    [{dataset: '../other'}, 'dataset'],
    [{type: 'transaction'}, 'not supported'],
  ])('are refused with %j, and the error says why', async (invalid, reason) => {
    const {status, body} = await openLake()('POST', hooks, {...fields, ...invalid})
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(reason)
  })
})

describe('a webhook in the options of the lake', () => {
  const declared = {name: 'on-publish', url: 'http://localhost:3000/', on: ['create']} as const

  test('is listed, and cannot be changed by a client', async () => {
    const request = openLake({webhooks: [declared]})
    const [hook] = (await request('GET', hooks)).body
    expect(hook).toMatchObject({name: 'on-publish', rule: {on: ['create']}, dataset: '*'})
    for (const method of ['PATCH', 'DELETE']) {
      const {status, body} = await request(method, `${hooks}/${hook.id}`, {})
      expect(status).toBe(400)
      expect(body.error.description).toContain('in the options of the lake')
    }
  })

  test.each([
    [[{...declared, url: 'https://example.org/'}], 'Webhook "on-publish"'],
    [[{...declared, filter: 'a =='}], 'Webhook "on-publish"'],
    [[declared, declared], 'Two webhooks have the name'],
  ])('that cannot work is an error at the start: %j', (webhooks, reason) => {
    const open = () => openLake({webhooks})
    expect(open).toThrow(reason)
    expect(open).toThrow(expect.toSatisfy(isLakeError))
  })
})
