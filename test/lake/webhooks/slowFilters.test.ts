import {describe, expect, test} from 'vitest'
import type {WebhookDefinition} from '../../../lake/webhooks/declaredWebhook.ts'
import {create, hook, newEngine, open} from './support.ts'

describe('a filter that is too slow', () => {
  const slow = {...hook, name: 'slow', filter: 'count(*[count(*[n > ^.n]) > 5]) > 0'}

  function openSlow(
    definitions: readonly WebhookDefinition[] = [slow],
    processor: {processorMilliseconds?: () => number} = {processorMilliseconds: busy()},
  ) {
    return open(definitions, [], filledEngine(), () => Promise.resolve(), processor)
  }

  function filledEngine() {
    const engine = newEngine()
    const many = Array.from({length: 3_000}, (_, n) => create(`n${n}`, {n}))
    engine.transactor.transact((run) => void run(many), {author: 'me'})
    return engine
  }

  /** Returns a time that passes with each reading, as for a thread that has the processor for itself. */
  function busy() {
    let milliseconds = 0
    return () => (milliseconds += 20)
  }

  test('does not pause its webhook when the machine is busy and gave it no time', async () => {
    const lake = openSlow([slow], {processorMilliseconds: () => 0})
    lake.write(create('a'))
    await lake.settle()
    expect(lake.webhooks.definitions.list('local')).toMatchObject([{isDisabled: false}])
    expect(lake.warnings).toEqual([])
  })

  test('pauses its webhook, and the log and the API say so', async () => {
    const lake = openSlow()
    lake.write(create('a'))
    await lake.settle()
    const [webhook] = lake.webhooks.definitions.list('local')
    expect(webhook).toMatchObject({isDisabled: true, isDisabledByUser: false})
    expect(webhook && lake.webhooks.messages(webhook)).toMatchObject([
      {status: 'failure', payload: expect.stringContaining('The lake disabled the webhook "slow"')},
    ])
    expect(lake.warnings).toEqual([expect.stringContaining('"slow"')])
  })

  function restarting(engine = filledEngine()) {
    const processor = {processorMilliseconds: busy()}
    return (definitions: readonly WebhookDefinition[]) =>
      open(definitions, [], engine, () => Promise.resolve(), processor)
  }

  test('stays paused after a restart, because it would cost each start as much again', async () => {
    const start = restarting()
    const first = start([])
    const rule = {on: ['create'], filter: slow.filter}
    first.webhooks.definitions.create('local', {name: 'slow', url: hook.url, rule}, 'me')
    first.write(create('a'))
    await first.settle()
    first.webhooks.close()
    const {webhooks, warnings} = start([])
    const [paused] = webhooks.definitions.list('local')
    if (!paused) throw new Error('The webhook is missing')
    expect([paused.isDisabled, warnings]).toEqual([true, []])
    webhooks.definitions.update(paused, {})
    expect(start([]).webhooks.definitions.list('local')).toMatchObject([{isDisabled: false}])
  })

  test('stays paused after a restart with the same options of the lake, until they have another rule', async () => {
    const start = restarting()
    const first = start([slow])
    first.write(create('a'))
    await first.settle()
    first.webhooks.close()
    expect(start([slow]).webhooks.definitions.list('local')).toMatchObject([{isDisabled: true}])
    const changed = {...slow, filter: '_id == "b"'}
    expect(start([changed]).webhooks.definitions.list('local')).toMatchObject([{isDisabled: false}])
  })

  test('costs later writes nothing, and does not hold up another webhook', async () => {
    const lake = openSlow([slow, {...hook, projection: '_id'}])
    lake.write(create('a'))
    lake.write(create('b'))
    await lake.settle(3)
    expect(lake.bodies()).toEqual(['a', 'b'])
    expect(lake.warnings).toHaveLength(1)
  })

  test('lets other work have its turn between two webhooks', async () => {
    const lake = openSlow([1, 2, 3].map((n) => ({...slow, name: `slow-${n}`})))
    lake.write(create('a'))
    const paused: number[] = []
    while (lake.warnings.length < 3) {
      await new Promise((resolve) => setImmediate(resolve))
      paused.push(lake.warnings.length)
    }
    expect(new Set(paused)).toEqual(new Set([0, 1, 2, 3]))
  })

  test('gets another try when its webhook is changed', async () => {
    const lake = openSlow([])
    const {filter} = slow
    const rule = {on: ['create'], filter}
    const created = lake.webhooks.definitions.create(
      'local',
      {name: 'slow', url: hook.url, rule},
      'me',
    )
    lake.write(create('a'))
    await lake.settle()
    const paused = lake.webhooks.definitions.get('local', created.id)
    if (!paused) throw new Error('The webhook is missing')
    expect(paused.isDisabled).toBe(true)
    const changed = lake.webhooks.definitions.update(paused, {
      rule: {filter: '_id == "b"', projection: '_id'},
    })
    expect(changed.isDisabled).toBe(false)
    lake.write(create('b'))
    await lake.settle(2)
    expect(lake.bodies()).toEqual(['b'])
  })
})
