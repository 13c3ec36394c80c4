import {expect, test} from 'vitest'

import {site} from './siteThatFails.ts'

test.each([500, 'refuse', 'hang', 413] as const)(
  'a lake that refused gives no earlier answer when it fails afterwards (%s), until it answers again',
  async (how) => {
    const {loader, lake, answers} = site()
    await loader.series()
    await answers.settled()
    lake.fail(401)
    await expect(loader.series()).rejects.toMatchObject({reason: 'refused'})
    lake.fail(how)
    await expect(loader.series()).rejects.toMatchObject({code: 'query'})
    await expect(loader.series()).rejects.toMatchObject({code: 'query'})
    expect(loader.health()).toMatchObject({refusedAt: '2024-03-27T12:00:00Z'})
    lake.fail()
    await loader.series()
    await answers.settled()
    lake.fail('refuse')
    expect((await loader.series()).stale).toBeDefined()
    expect(loader.health()).not.toHaveProperty('refusedAt')
  },
)
