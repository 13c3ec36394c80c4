import {expect, test} from 'vitest'
import type {FeedCache} from '../../../calendar/fetch/feedCache.ts'
import type {FeedRecord} from '../../../calendar/fetch/feedRecord.ts'

export const record: FeedRecord = {
  version: 1,
  url: 'https://example.org/basic.ics',
  copy: {
    text: 'BEGIN:VCALENDAR\r\nX-ODD:ü😀\u2028\r\nEND:VCALENDAR\r\n',
    etag: '"1"',
    eventCount: 0,
    confirmedAt: '2024-03-20T00:00:00.000Z',
  },
  failures: 0,
  checkedAt: '2024-03-20T00:00:00.000Z',
  nextTryAt: '2024-03-20T01:00:00.000Z',
}

/** The tests that every feed cache passes. */
export function feedCacheContract(create: () => Promise<FeedCache>): void {
  test('a key that was never set is absent', async () => {
    const cache = await create()
    expect(await cache.get('todo')).toBeUndefined()
  })

  test('a record is returned exactly as it was set', async () => {
    const cache = await create()
    await cache.set('todo', record)
    expect(await cache.get('todo')).toEqual(record)
  })

  test('the last record set is returned', async () => {
    const cache = await create()
    await cache.set('todo', record)
    await cache.set('todo', {...record, failures: 3, copy: undefined})
    const read = await cache.get('todo')
    expect(read?.failures).toBe(3)
    expect(read?.copy).toBeUndefined()
  })

  test('any text is a key, and different keys never collide', async () => {
    const cache = await create()
    const keys = ['todo', 'TODO', '../todo', 'drafts.todo', 'a/b', 'ü', '__proto__', '']
    for (const [failures, key] of keys.entries()) await cache.set(key, {...record, failures})
    for (const [failures, key] of keys.entries()) {
      expect({key, failures: (await cache.get(key))?.failures}).toEqual({key, failures})
    }
  })

  test('a reader during a write gets the complete old record or the complete new one', async () => {
    const cache = await create()
    await cache.set('todo', record)
    const big = {
      ...record,
      copy: {...record.copy, eventCount: 1, confirmedAt: '', text: 'x'.repeat(2e6)},
    }
    const writes = [cache.set('todo', big), cache.set('todo', record), cache.set('todo', big)]
    const reads = await Promise.all(Array.from({length: 20}, () => cache.get('todo')))
    await Promise.all(writes)
    for (const read of reads) {
      expect([record.copy?.text.length, 2e6]).toContain(read?.copy?.text.length)
    }
  })
}
