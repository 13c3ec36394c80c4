import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {lakeNonceStore} from '../../../../loaders/preview/nonces/lakeNonceStore.ts'
import type {NonceStore} from '../../../../loaders/preview/nonces/nonceStore.ts'
import {memoryNonceStore} from '../../../../loaders/preview/nonces/memoryNonceStore.ts'
import {lakeClient} from '../../../support/lakeClient.ts'
import {startLake} from '../../../support/siteServer.ts'

const clock = {now: 0}
const entry = (id: string, until = 1000) => ({id, documentId: 'touchpoint-1', until})

let client: SanityClient
let stop: () => Promise<void>
beforeAll(async () => {
  const lake = await startLake('empty')
  stop = lake.stop
  client = lakeClient(lake.url, {token: 'any'})
})
afterAll(() => stop())

/** All implementations of the port. Each test opens a new store. */
const stores: [string, (kind: string) => NonceStore][] = [
  ['in memory', () => memoryNonceStore(() => clock.now)],
  ['in the Content Lake', (kind) => lakeNonceStore(client, kind, () => clock.now)],
]

describe.each(stores)('a nonce store %s', (_, open) => {
  let count = 0
  let nonces: NonceStore
  beforeEach(() => {
    clock.now = 0
    nonces = open(`kind${count++}`)
  })

  test('lists what was added and not what was removed', async () => {
    expect(await nonces.add(entry('a'))).toBe(true)
    expect(await nonces.add(entry('b'))).toBe(true)
    await nonces.remove('a')
    await nonces.remove('never there')
    expect(await nonces.list()).toEqual([entry('b')])
  })

  test('adds an id once, also when several calls add it at the same time', async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => nonces.add(entry('once'))))
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await nonces.add(entry('once'))).toBe(false)
  })

  test('removes an expired entry, so that it does not grow forever', async () => {
    await nonces.add(entry('short', 500))
    await nonces.add(entry('long'))
    clock.now = 500
    expect(await nonces.list()).toEqual([entry('long')])
    await nonces.add(entry('another'))
    expect(await nonces.add(entry('short'))).toBe(true)
  })
})

describe('a nonce store in the Content Lake', () => {
  const open = (kind: string) => lakeNonceStore(client, kind, () => 0)

  test('is shared by all processes, and survives a restart', async () => {
    await open('shared').add(entry('a'))
    expect(await open('shared').list()).toEqual([entry('a')])
    expect(await open('shared').add(entry('a'))).toBe(false)
  })

  test('separates the entries of each kind', async () => {
    await open('one').add(entry('a'))
    expect(await open('other').list()).toEqual([])
    expect(await open('other').add(entry('a'))).toBe(true)
  })

  test('stores entries under private ids, which cannot be read without a token', async () => {
    await open('private').add(entry('a'))
    const ids = await client.fetch<string[]>('*[_type == "touchpoints.private"]._id')
    expect(ids).toEqual(['touchpoints.private.a'])
  })

  test('throws when the lake fails, instead of returning that the id exists', async () => {
    const failing = lakeNonceStore(
      client.withConfig({apiHost: 'http://127.0.0.1:9', maxRetries: 0}),
      'x',
      () => 0,
    )
    await expect(failing.add(entry('a'))).rejects.toThrow(/127\.0\.0\.1:9|ECONNREFUSED|fetch/)
  })
})
