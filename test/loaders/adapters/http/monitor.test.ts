import {expect, test} from 'vitest'

import {monitor} from '../../../../loaders/adapters/http/index.ts'
import type {LakeHealth} from '../../../../loaders/index.ts'

const ok: LakeHealth = {state: 'ok', checkedAt: '2024-03-20T00:00:00Z', age: 0}
const hanging: LakeHealth = {
  ...ok,
  state: 'unavailable',
  reason: 'deadline-exceeded',
  detail: 'no answer within 2 s',
}

/** A monitor with timers and a live connection that a test controls. */
function monitored() {
  const checks: ((health: LakeHealth) => void)[] = []
  const timers = new Set<{run: () => void; milliseconds: number}>()
  const lost = new Set<() => void>()
  let reconnects = 0
  const stop = monitor({
    loader: {check: () => new Promise((resolve) => checks.push(resolve))},
    changes: [
      {
        onLost: (listener) => {
          lost.add(listener)
          return () => void lost.delete(listener)
        },
        reconnect: () => {
          reconnects += 1
        },
      },
    ],
    later: (run, milliseconds) => {
      const timer = {run, milliseconds}
      timers.add(timer)
      return {cancel: () => void timers.delete(timer)}
    },
  })
  const answer = async (health: LakeHealth) => {
    checks.at(-1)?.(health)
    await new Promise((resolve) => setTimeout(resolve))
  }
  const fire = () => {
    for (const timer of timers) {
      timers.delete(timer)
      timer.run()
    }
  }
  const delays = () => [...timers].map(({milliseconds}) => milliseconds)
  const lose = () => lost.forEach((listener) => listener())
  return {
    stop,
    answer,
    fire,
    delays,
    lose,
    lost,
    checks: () => checks.length,
    reconnects: () => reconnects,
  }
}

test('checks at once and then every ten seconds, one check at a time', async () => {
  const {answer, fire, delays, checks} = monitored()
  expect(checks()).toBe(1)
  expect(delays()).toEqual([])
  await answer(ok)
  expect(delays()).toEqual([10_000])
  fire()
  expect(checks()).toBe(2)
})

test('checks at once when a live connection is lost, so that health is true a second later', async () => {
  const {answer, lose, delays, checks} = monitored()
  await answer(ok)
  lose()
  lose()
  expect([checks(), delays()]).toEqual([2, []])
})

test('checks again when the connection was lost during a check, which may be older', async () => {
  const {answer, lose, delays} = monitored()
  lose()
  await answer(ok)
  expect(delays()).toEqual([0])
})

test('renews live connections when the lake hangs, because they look open', async () => {
  const {answer, fire, reconnects} = monitored()
  await answer(hanging)
  expect(reconnects()).toBe(1)
  fire()
  await answer(ok)
  expect(reconnects()).toBe(1)
})

test('does nothing more once it is stopped', async () => {
  const {answer, stop, delays, lost} = monitored()
  stop()
  await answer(hanging)
  expect([delays(), lost.size]).toEqual([[], 0])
})
