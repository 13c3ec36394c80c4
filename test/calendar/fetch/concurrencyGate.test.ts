import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {concurrencyGate} from '../../../calendar/fetch/concurrencyGate.ts'

test('runs at most the limit of tasks at a time and in order, even if some fail', async () => {
  const limits = fc.integer({min: 1, max: 8})
  const tasks = fc.array(fc.record({turns: fc.integer({min: 1, max: 5}), fails: fc.boolean()}), {
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(limits, tasks, async (limit, all) => {
      const gate = concurrencyGate(limit)
      const started: number[] = []
      let running = 0
      let peak = 0
      const results = await Promise.allSettled(
        all.map(({turns, fails}, index) =>
          gate(async () => {
            started.push(index)
            peak = Math.max(peak, ++running)
            for (let turn = 0; turn < turns; turn++) await Promise.resolve()
            running--
            if (fails) throw new Error('planted')
            return index
          }),
        ),
      )
      expect(peak).toBe(Math.min(limit, all.length))
      expect(started).toEqual(all.map((_, index) => index))
      expect(results.map(({status}) => status === 'rejected')).toEqual(all.map(({fails}) => fails))
    }),
  )
})

test.each([0, -1, Number.NaN])('rejects a limit of %s, because no task could run', (limit) => {
  expect(() => concurrencyGate(limit)).toThrow('Set it to 1 or more')
})
