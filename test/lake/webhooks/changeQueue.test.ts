import {expect, onTestFinished, test} from 'vitest'
import {openEngine} from '../../../lake/engine.ts'
import {defaultLimits} from '../../../lake/limits.ts'
import {openSharedResources} from '../../../lake/sharedResources.ts'
import {ChangeQueue} from '../../../lake/webhooks/changeQueue.ts'
import {testNow} from '../../support/clock/testNow.ts'

test('skips large transactions when many bytes wait, because the queue holds their documents', () => {
  const engine = openEngine({
    file: ':memory:',
    projectId: 'local',
    dataset: 'production',
    clock: {now: testNow},
    limits: defaultLimits,
    shared: openSharedResources(defaultLimits),
  })
  const warnings: string[] = []
  const queue = new ChangeQueue({
    webhooks: () => [],
    onChange: () => 'done',
    warn: (message) => void warnings.push(message),
    maxBytes: 10_000,
  })
  onTestFinished(() => {
    queue.close()
    engine.close()
  })
  engine.feed.subscribe((transaction) => queue.push(engine, transaction))
  for (const _id of ['a', 'b', 'c']) {
    const mutation = {create: {_id, _type: 'post', text: 'x'.repeat(20_000)}}
    engine.transactor.transact((run) => void run([mutation]), {author: 'me'})
  }
  // The first one waits: an import of any size is one transaction.
  expect(warnings).toHaveLength(2)
})
