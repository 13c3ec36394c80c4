import {diceCoefficient as reference} from 'dice-coefficient'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {diceCoefficient} from '../../../calendar/merge/diceCoefficient.ts'
import {normalTitle} from '../../../calendar/merge/titleSimilarity.ts'

const titles = fc.oneof(
  // Few letters, so that pairs repeat within a title and across titles.
  fc.string({unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 30}),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 60}),
)

test('equals the dice-coefficient package, because the merge threshold was measured with it', () => {
  fc.assert(
    fc.property(titles, titles, (first, second) => {
      const [a, b] = [normalTitle(first), normalTitle(second)]
      fc.pre(a !== '' && b !== '')
      expect(diceCoefficient(a, b)).toBe(reference(a, b))
    }),
    {numRuns: 5000},
  )
})

test('a repeated pair counts as often as both texts have it', () => {
  expect(diceCoefficient('aaaa', 'aa')).toBe(0.5)
})
