import {describe, expect, test} from 'vitest'

import {responseCache} from '../../../loaders/preview/responseCache.ts'
import type {LiveMessage} from '../../../loaders/preview/liveChanges.ts'

function keeper({connected = true} = {}) {
  const state = {now: 0, connected, asked: 0}
  let tell: (message: LiveMessage) => void = () => {}
  const kept = responseCache<string>({
    now: () => state.now,
    changes: {
      follow: (listener) => {
        tell = listener
        return () => {}
      },
      isConnected: () => state.connected,
    },
  })
  const ask = () =>
    kept('page', async () => {
      state.asked += 1
      return {answer: `answer ${state.asked}`, syncTags: ['s1:page'], until: 60_000}
    })
  return {state, ask, tell: (message: LiveMessage) => tell(message)}
}

describe('answers that are kept', () => {
  test('a thousand visitors cost one question', async () => {
    const {state, ask} = keeper()
    const answers = await Promise.all(Array.from({length: 1000}, ask))
    expect(new Set(answers)).toEqual(new Set(['answer 1']))
    expect(state.asked).toBe(1)
  })

  test('a change of what it shows asks anew, one of something else does not', async () => {
    const {ask, tell} = keeper()
    await ask()
    tell({type: 'message', tags: ['s1:other']})
    expect(await ask()).toBe('answer 1')
    tell({type: 'message', tags: ['s1:page']})
    expect(await ask()).toBe('answer 2')
    tell({type: 'restart'})
    expect(await ask()).toBe('answer 3')
  })

  test('it ends with its time, so what is next does not stay on top when it is over', async () => {
    const {state, ask} = keeper()
    await ask()
    state.now = 59_999
    expect(await ask()).toBe('answer 1')
    state.now = 60_000
    expect(await ask()).toBe('answer 2')
  })

  test('while nobody tells of changes it counts for seconds only', async () => {
    const {state, ask} = keeper({connected: false})
    await ask()
    state.now = 5001
    expect(await ask()).toBe('answer 2')
  })

  test('a failure is not kept', async () => {
    const kept = responseCache<string>({
      now: () => 0,
      changes: {follow: () => () => {}, isConnected: () => true},
    })
    await expect(kept('page', () => Promise.reject(new Error('no lake')))).rejects.toThrow(
      'no lake',
    )
    expect(await kept('page', async () => ({answer: 'there again', syncTags: [], until: 1}))).toBe(
      'there again',
    )
  })
})
