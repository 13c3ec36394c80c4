import {describe, expect, test} from 'vitest'

import {responseCache} from '../../../loaders/preview/responseCache.ts'
import type {LiveMessage} from '../../../loaders/preview/liveChanges.ts'

function cache({connected = true} = {}) {
  const state = {now: 0, connected, queries: 0}
  let notify: (message: LiveMessage) => void = () => {}
  const cached = responseCache<string>({
    now: () => state.now,
    changes: {
      subscribe: (listener) => {
        notify = listener
        return () => {}
      },
      isConnected: () => state.connected,
    },
  })
  const read = () =>
    cached('page', async () => {
      state.queries += 1
      return {value: `result ${state.queries}`, syncTags: ['s1:page'], until: 60_000}
    })
  return {state, read, notify: (message: LiveMessage) => notify(message)}
}

describe('a cached result', () => {
  test('costs one query for a thousand visitors', async () => {
    const {state, read} = cache()
    const results = await Promise.all(Array.from({length: 1000}, read))
    expect(new Set(results)).toEqual(new Set(['result 1']))
    expect(state.queries).toBe(1)
  })

  test('is read again after a change of its content, and not after other changes', async () => {
    const {read, notify} = cache()
    await read()
    notify({type: 'message', tags: ['s1:other']})
    expect(await read()).toBe('result 1')
    notify({type: 'message', tags: ['s1:page']})
    expect(await read()).toBe('result 2')
    notify({type: 'restart'})
    expect(await read()).toBe('result 3')
  })

  test('expires, so that a session is not shown as next after its end', async () => {
    const {state, read} = cache()
    await read()
    state.now = 59_999
    expect(await read()).toBe('result 1')
    state.now = 60_000
    expect(await read()).toBe('result 2')
  })

  test('is valid for seconds only while the live connection is down', async () => {
    const {state, read} = cache({connected: false})
    await read()
    state.now = 5001
    expect(await read()).toBe('result 2')
  })

  test('is never a failure, so that the next visitor queries again', async () => {
    const cached = responseCache<string>({
      now: () => 0,
      changes: {subscribe: () => () => {}, isConnected: () => true},
    })
    await expect(cached('page', () => Promise.reject(new Error('no lake')))).rejects.toThrow(
      'no lake',
    )
    expect(await cached('page', async () => ({value: 'back again', syncTags: [], until: 1}))).toBe(
      'back again',
    )
  })
})
