import {expect, test} from 'vitest'

import {fairQueue} from '../../../site/server/fairQueue.ts'

/** A queue with one place, and the order in which its tasks ran. */
function queueWith(waiting: number) {
  const queue = fairQueue({running: 1, waiting})
  const {promise: released, resolve: release} = Promise.withResolvers<void>()
  const order: string[] = []
  const run = (client: string) =>
    queue
      .run(client, async () => {
        await released
        order.push(client)
      })
      .catch((error: unknown) => Object(error).status)
  return {run, release, order}
}

test('clients take turns, so that one with many requests delays nobody else', async () => {
  const {run, release, order} = queueWith(10)
  const done = ['a', 'a', 'a', 'a', 'b', 'c'].map(run)
  release()
  await Promise.all(done)
  expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'a'])
})

test('a client cannot take all places: another one gets the last of them', async () => {
  const {run, release, order} = queueWith(2)
  const done = ['a', 'a', 'a', 'a', 'b'].map(run)
  release()
  const results = await Promise.all(done)
  expect(results).toEqual([undefined, undefined, 503, 503, undefined])
  expect(order).toEqual(['a', 'a', 'b'])
})
