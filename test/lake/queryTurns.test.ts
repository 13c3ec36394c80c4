import {setImmediate} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {OverloadFault, QueryBudgetFault} from '../../lake/faults.ts'
import {QueryTurns} from '../../lake/mutations/queryTurns.ts'

const tooSlow = () => {
  throw new QueryBudgetFault('*', 'time', 'too slow')
}

test('transactions with queries run one at a time, and other work runs in between', async () => {
  const turns = new QueryTurns({milliseconds: 250})
  const order: string[] = []
  const runs = [1, 2, 3].map((n) => turns.run(() => order.push(`transaction ${n}`)))
  for (const n of [1, 2, 3]) {
    await setImmediate()
    order.push(`other ${n}`)
  }
  await Promise.all(runs)
  expect(order.indexOf('other 1')).toBeLessThan(order.indexOf('transaction 2'))
  expect(order.indexOf('other 2')).toBeLessThan(order.indexOf('transaction 3'))
})

test('after a slow one, the others get a tenth of the time for a second, so that slow ones do not add up', async () => {
  let time = 0
  const turns = new QueryTurns({milliseconds: 250, now: () => time})
  const slices: number[] = []
  const attack = () =>
    turns.run((milliseconds) => {
      slices.push(milliseconds)
      time += milliseconds
      return tooSlow()
    })
  const reasons = await Promise.all(
    Array.from({length: 8}, () => attack().catch((e: unknown) => e)),
  )
  expect(reasons[0]).toBeInstanceOf(QueryBudgetFault)
  for (const reason of reasons.slice(1)) {
    expect(reason).toBeInstanceOf(OverloadFault)
    expect(reason).toMatchObject({retryAfterSeconds: 1})
  }
  expect(time).toBe(250 + 7 * 25)
  // A quick one is not refused.
  await expect(turns.run((milliseconds) => milliseconds)).resolves.toBe(25)
  time += 1_000
  await expect(turns.run((milliseconds) => milliseconds)).resolves.toBe(250)
})
