import {describe, expect, test} from 'vitest'

import {createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {site} from './lastGood/siteThatFails.ts'

describe('health', () => {
  test('says starting until something was observed, and then what was, without a query', async () => {
    const {loader, lake, time} = site()
    expect(loader.health()).toEqual({state: 'starting'})
    await loader.series()
    time.at += 30_000
    const before = lake.queries()
    expect(loader.health()).toEqual({state: 'ok', checkedAt: '2024-03-27T12:00:00Z', age: 30})
    expect(lake.queries()).toBe(before)
    lake.fail('hang')
    expect(await loader.check()).toEqual({
      state: 'unavailable',
      reason: 'deadline-exceeded',
      detail: 'no answer within 0.02 s',
      checkedAt: '2024-03-27T12:00:30Z',
      lastSuccessAt: '2024-03-27T12:00:00Z',
      age: 0,
    })
  })

  test('does not change when a preview fails, because visitors are served', async () => {
    const {loader, lake} = site()
    await loader.series()
    lake.fail(401)
    await expect(loader.preview({token: 'wrong'}).series()).rejects.toMatchObject({
      reason: 'refused',
    })
    expect(loader.health()).toMatchObject({state: 'ok'})
  })
})

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
  'a timeout of %s is an error when the loader is created, because it would fire at once or never',
  (timeout) => {
    const create = () => createLoader({client: memoryClient([]), timeout})
    expect(create).toThrow('timeout is')
  },
)
