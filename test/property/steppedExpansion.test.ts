import fc from 'fast-check'
import {expect, test} from 'vitest'
import {EngineExpansion} from '../../calendar/recurrence/engineExpansion.ts'
import {steppedExpansion} from '../../calendar/recurrence/steppedExpansion.ts'
import type {Rule} from '../../calendar/recurrence/rule.ts'

const day = 86_400_000
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const weekly = fc.record({
  freq: fc.constant('WEEKLY' as const),
  interval: fc.integer({min: 1, max: 4}),
  wkst: fc.constantFrom(...weekdays),
  parts: fc.record({
    byDay: fc.uniqueArray(fc.constantFrom(...weekdays), {minLength: 1, maxLength: 7}),
  }),
})
const even = fc.record({
  freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'HOURLY' as const),
  interval: fc.integer({min: 1, max: 40}),
  parts: fc.constant({}),
})

const rule: fc.Arbitrary<Rule> = fc
  .tuple(fc.oneof(weekly, even), fc.option(fc.integer({min: 1, max: 30}), {nil: undefined}))
  .map(([each, count]) => (count === undefined ? each : {...each, count}))

test('arithmetic gives the same starts as rrule-temporal', () => {
  fc.assert(
    fc.property(rule, fc.nat(400), fc.nat(60), fc.nat(90), (each, first, from, length) => {
      const start = Date.UTC(2024, 0, 1 + first, 10, 30)
      const window = [start + (from - 20) * day, start + (from - 20 + length) * day] as const
      const startsOf = (
        expansion: EngineExpansion | ReturnType<typeof steppedExpansion>,
      ): number[] | undefined => expansion?.between(...window, 10_000, {left: 500_000}).starts
      const stepped = startsOf(steppedExpansion(each, start, Infinity))
      expect(stepped).toEqual(startsOf(new EngineExpansion(each, start, Infinity)))
    }),
    {numRuns: 300},
  )
})

test('no start is later than the predicted last start', () => {
  fc.assert(
    fc.property(rule, fc.nat(400), (each, first) => {
      const start = Date.UTC(2024, 0, 1 + first, 10, 30)
      const expansion = steppedExpansion(each, start, Infinity)
      const {starts} = expansion?.between(start, start + 4000 * day, 500_000, {left: 500_000}) ?? {
        starts: [],
      }
      expect(starts.at(-1) ?? -Infinity).toBeLessThanOrEqual(expansion?.last ?? 0)
    }),
    {numRuns: 200},
  )
})
