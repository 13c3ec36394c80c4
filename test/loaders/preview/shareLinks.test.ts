import {describe, expect, test} from 'vitest'

import {memoryNonceStore} from '../../../loaders/preview/nonces/memoryNonceStore.ts'
import {shareLinks} from '../../../loaders/preview/shareLinks.ts'

const nonces = (clock = {now: 0}) => memoryNonceStore(() => clock.now)

function links(clock = {now: 0}, key = 'key', store = nonces(clock)) {
  return shareLinks({key, nonces: store, now: () => clock.now})
}

describe('a shared link', () => {
  test('opens its document for 24 hours and expires then', async () => {
    const clock = {now: 0}
    const {create, open} = links(clock)
    const {token} = await create('touchpoint-1')
    clock.now = 24 * 3_600_000 - 1
    expect(await open(token)).toMatchObject({documentId: 'touchpoint-1'})
    clock.now += 1
    expect(await open(token)).toBeUndefined()
  })

  test('stops working when it is revoked, and other links to the document still work', async () => {
    const {create, open, of, revoke} = links()
    const [first, second] = [await create('touchpoint-1'), await create('touchpoint-1')]
    await revoke(first.share.id)
    expect(await open(first.token)).toBeUndefined()
    expect(await open(second.token)).toBeDefined()
    expect(await of('touchpoint-1')).toEqual([second.share])
    expect(await of('touchpoint-2')).toEqual([])
  })

  test('must be both stored and signed, because neither is enough alone', async () => {
    const store = nonces()
    const {token} = await links({now: 0}, 'key', store).create('touchpoint-1')
    expect(await links({now: 0}, 'key', nonces()).open(token)).toBeUndefined()
    expect(await links({now: 0}, 'other key', store).open(token)).toBeUndefined()
  })
})
