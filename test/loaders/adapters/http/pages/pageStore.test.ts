import {describe, expect, test} from 'vitest'

import {keptPages, pageFixture, textOf} from './pageFixture.ts'

const page = (count: number, path = '/') => `<main>${path} ${count}</main>`

describe('the store', () => {
  const {pages: kept, store} = keptPages()
  const down = () => new Error('The Content Lake is down')

  test('gives a restarted site its pages back while the lake is down', async () => {
    kept.clear()
    await pageFixture({store}).text()
    const restarted = pageFixture({store})
    restarted.state.next = down
    const stale = await restarted.get()
    expect(stale.headers['cache-status']).toContain('stale')
    expect(textOf(stale).trim()).toBe(page(1))
    restarted.state.next = () => ({})
    restarted.wait(6)
    expect(await restarted.text()).toBe(page(2))
  })

  test('holds no page with parameters, because visitors choose these', async () => {
    kept.clear()
    await pageFixture({store}).text('/?zone=UTC')
    expect([...kept.keys()]).toEqual([])
  })

  test('forgets a page that was removed, so that it does not come back after a restart', async () => {
    kept.clear()
    const {state, text, publish, cache} = pageFixture({store})
    await text()
    await cache.flush()
    expect(kept.size).toBe(1)
    state.next = () => ({status: 404})
    publish('s1:page')
    await text()
    expect(kept.size).toBe(0)
  })

  test('keeps no page that was made from an earlier copy of its content', async () => {
    kept.clear()
    const {state, text} = pageFixture({store})
    state.next = () => ({asOf: 0})
    await text()
    expect(kept.size).toBe(0)
  })

  test('has the last page when the process ends, although visitors don’t wait for it', async () => {
    let finish = () => {}
    const write = () =>
      new Promise<void>((resolve) => {
        finish = resolve
      })
    const {text, cache} = pageFixture({store: {...store, write}})
    expect(await text()).toBe(page(1))
    let isFlushed = false
    const flushed = cache.flush().then(() => {
      isFlushed = true
    })
    await Promise.resolve()
    expect(isFlushed).toBe(false)
    finish()
    await flushed
  })

  test('may fail: pages are served without it', async () => {
    const full = new Error('No space left on the device')
    const fails = () => Promise.reject(full)
    const {text, errors} = pageFixture({
      store: {read: fails, write: fails, delete: fails, outdate: fails},
    })
    expect(await text()).toBe(page(1))
    await expect.poll(() => errors).toEqual([full])
  })
})
