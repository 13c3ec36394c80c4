import {describe, expect, test} from 'vitest'

import {keptPages, pageFixture} from './pageFixture.ts'

const page = (count: number, path: string) => `<main>${path} ${count}</main>`

describe('a page with content that an event changed', () => {
  const down = new Error('The Content Lake is down')

  test('is not sent any more when it can’t be rendered, because the content may be withdrawn', async () => {
    const {state, get, text, publish} = pageFixture()
    await text('/meetings/')
    state.next = ({path}) => (path === '/other/' ? {syncTags: ['s1:other']} : {})
    await text('/other/')
    state.next = () => down
    publish('s1:page')
    await expect(get('/meetings/')).rejects.toBe(down)
    await expect(get('/meetings/')).rejects.toBe(down)
    expect(await text('/other/')).toBe(page(2, '/other/'))
  })

  test('is not sent with parameters either', async () => {
    const {state, get, publish} = pageFixture()
    await get('/?zone=UTC')
    publish('s1:page')
    state.next = () => down
    await expect(get('/?zone=UTC')).rejects.toBe(down)
  })

  test('is rendered at once without a visitor, the main page first, so that it outlives the lake', async () => {
    const rendered: string[] = []
    const {state, get, text, publish} = pageFixture()
    await get('/meetings/all-hands/')
    await get('/meetings/')
    state.next = ({path}) => {
      rendered.push(path)
      return {}
    }
    publish('s1:page')
    await expect.poll(() => rendered.slice(-2)).toEqual(['/meetings/', '/meetings/all-hands/'])
    state.next = () => down
    const count = state.renders
    expect(await text('/meetings/')).toMatch(/meetings/)
    expect(await text('/meetings/all-hands/')).toMatch(/all-hands/)
    expect(state.renders).toBe(count)
  })

  test('does not come back from the store, not even after a restart', async () => {
    const kept = keptPages()
    const first = pageFixture({store: kept.store})
    await first.get('/meetings/')
    await first.cache.flush()
    const second = pageFixture({store: kept.store})
    second.state.next = () => down
    second.publish('s1:page')
    await second.cache.flush()
    expect(kept.pages.size).toBe(0)
    await expect(second.get('/meetings/')).rejects.toBe(down)
  })

  test('is rendered again if only the store had it', async () => {
    const kept = keptPages()
    await pageFixture({store: kept.store}).get('/meetings/')
    const {state, publish} = pageFixture({store: kept.store})
    publish('s1:page')
    await expect.poll(() => state.renders).toBe(1)
    await expect.poll(() => [...kept.pages.keys()]).toEqual(['/meetings/'])
  })

  test('is removed although it is being written when the event comes', async () => {
    const kept = keptPages()
    const written = Promise.withResolvers<void>()
    const {state, get, publish, cache} = pageFixture({
      store: {
        ...kept.store,
        write: async (key, stored) => {
          await written.promise
          await kept.store.write(key, stored)
        },
      },
    })
    await get()
    state.next = () => down
    publish('s1:page')
    written.resolve()
    await cache.flush()
    expect(kept.pages.size).toBe(0)
  })
})
