import {expect, test} from 'vitest'

import {createLoader} from '../../../loaders/index.ts'
import {lastGood} from '../../../loaders/lastGood/index.ts'
import {failingClient} from '../../support/failingClient.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {content, recordingStore, site, wednesday} from './siteThatFails.ts'

const tag = 's1:memory'

test('an answer with changed content is not given while the lake is down, nor after a restart', async () => {
  const {loader, lake, answers, store} = site()
  await loader.series()
  await answers.settled()
  lake.fail('refuse')
  answers.outdate([tag])
  // At once, and not only when the store has removed it.
  await expect(loader.series()).rejects.toMatchObject({code: 'query'})
  await answers.settled()
  await expect(loader.series()).rejects.toMatchObject({code: 'query'})
  const restarted = site({store})
  restarted.lake.fail('refuse')
  await expect(restarted.loader.series()).rejects.toMatchObject({code: 'query'})
})

test('an answer from an earlier process is removed, too', async () => {
  const before = site()
  await before.loader.series()
  await before.answers.settled()
  const {answers, lake, loader} = site({store: before.store})
  answers.outdate([tag])
  await answers.settled()
  lake.fail('refuse')
  await expect(loader.series()).rejects.toMatchObject({code: 'query'})
})

test('an answer without the changed tags stays', async () => {
  const {loader, lake, answers} = site()
  await loader.series()
  await answers.settled()
  answers.outdate(['s1:other'])
  lake.fail('refuse')
  expect((await loader.series()).stale).toBeDefined()
})

test('an answer that was read again after the change stays, although it is the same', async () => {
  const {loader, lake, answers} = site()
  await loader.series()
  await answers.settled()
  answers.outdate([tag])
  await loader.series()
  await answers.settled()
  lake.fail('refuse')
  expect((await loader.series()).stale).toBeDefined()
})

test('an answer that was under way when its content changed is not kept', async () => {
  const {promise: released, resolve: release} = Promise.withResolvers<void>()
  const inner = memoryClient(content)
  const lake = failingClient({
    fetch: async (...question) => {
      const answer = await inner.fetch(...question)
      await released
      return answer
    },
  })
  const answers = lastGood(recordingStore(), {clock: () => wednesday})
  const loader = createLoader({client: lake.client, now: new Date(wednesday), lastGood: answers})
  const early = loader.series()
  answers.outdate([tag])
  release()
  await early
  await answers.settled()
  lake.fail('refuse')
  await expect(loader.series()).rejects.toMatchObject({code: 'query'})
})

test('a store that can’t remove an answer does not bring it back', async () => {
  const full = new Error('The disk is read-only')
  const store = {...recordingStore(), removeWhere: () => Promise.reject(full)}
  const {loader, lake, answers, errors} = site({store})
  await loader.series()
  await answers.settled()
  answers.outdate([tag])
  await answers.settled()
  expect(errors).toContain(full)
  lake.fail('refuse')
  await expect(loader.series()).rejects.toMatchObject({code: 'query'})
})
