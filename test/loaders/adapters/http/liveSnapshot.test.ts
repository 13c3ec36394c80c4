import {describe, expect, test} from 'vitest'

import {createHandler} from '../../../../loaders/adapters/http/index.ts'
import {createLoader, silent} from '../../../../loaders/index.ts'
import type {LiveMessage} from '../../../../loaders/preview/liveChanges.ts'
import {failingClient} from '../../../support/failingClient.ts'
import {memoryClient} from '../../../support/memoryClient.ts'
import {readContent} from '../../../support/readContent.ts'

const siteUrl = 'https://community.example'
const content = readContent().map((each) => ({_updatedAt: '2024-01-01T00:00:00Z', ...each}))

/** A handler for a fixed date, with a real clock and events that a test controls. */
function site() {
  const time = {at: Date.UTC(2026, 10, 26)}
  const listeners: ((message: LiveMessage) => void)[] = []
  const lake = failingClient(memoryClient(content))
  const now = new Date('2024-03-20T10:00:00Z')
  const handle = createHandler({
    loader: createLoader({
      client: lake.client,
      now,
      clock: () => time.at,
      calendars: async () => ({events: [], problems: []}),
    }),
    siteUrl,
    logger: silent,
    changes: {
      subscribe: (listener) => {
        listeners.push(listener)
        return () => {}
      },
    },
  })
  const status = async () => (await handle(new Request(`${siteUrl}/events.json`))).status
  const publish = (...tags: string[]) => {
    for (const listener of listeners) listener({type: 'message', tags})
  }
  return {time, lake, status, publish}
}

describe('events.json', () => {
  test('is read again after a minute, also on a site with a fixed date', async () => {
    const {time, lake, status} = site()
    await status()
    const queries = lake.queries()
    time.at += 30_000
    await status()
    expect(lake.queries()).toBe(queries)
    time.at += 31_000
    await status()
    expect(lake.queries()).toBeGreaterThan(queries)
  })

  test('is read again after an event of its content, and after no other', async () => {
    const {lake, status, publish} = site()
    await status()
    const queries = lake.queries()
    publish('s1:other')
    await status()
    expect(lake.queries()).toBe(queries)
    publish('s1:memory')
    await status()
    expect(lake.queries()).toBe(queries * 2)
  })

  test('is not the last one while the lake is down, if its content was changed', async () => {
    const {time, lake, status, publish} = site()
    await status()
    lake.fail('refuse')
    time.at += 61_000
    expect(await status()).toBe(200)
    publish('s1:memory')
    expect(await status()).toBe(503)
    expect(await status()).toBe(503)
    lake.fail()
    time.at += 5000
    expect(await status()).toBe(200)
  })
})
