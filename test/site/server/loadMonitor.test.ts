import {setImmediate as turn} from 'node:timers/promises'
import {afterEach, expect, test} from 'vitest'

import {loadMonitor, type LoadMonitor} from '../../../site/server/loadMonitor.ts'

let monitor: LoadMonitor
afterEach(() => monitor.stop())

test('a process that can’t keep up is busy, and not any more when it can', async () => {
  monitor = loadMonitor(100)
  expect(monitor.isBusy()).toBe(false)
  while (!monitor.isBusy()) {
    block(200)
    await turn()
  }
  expect(monitor.isBusy()).toBe(true)
  await expect.poll(() => monitor.isBusy()).toBe(false)
})

/** Computes without a pause, like a render of a huge page. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end) JSON.stringify([end])
}
