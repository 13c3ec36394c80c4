import {expect, test} from 'vitest'

import {oncePerIndex} from '../../../site/src/ownPages/oncePerIndex.ts'
import type {SessionEntry} from '../../../site/src/ownPages/sessionIndex.ts'

test('an index is divided once for each variant, and a changed index again', () => {
  const made: string[] = []
  const divide = oncePerIndex((_, variant) => {
    made.push(variant)
    return {variant}
  })
  const [first, second]: SessionEntry[][] = [[], []]
  expect(divide(first ?? [], 'en')).toBe(divide(first ?? [], 'en'))
  divide(first ?? [], 'es')
  divide(second ?? [], 'en')
  expect(made).toEqual(['en', 'es', 'en'])
})
