import {expect, test} from 'vitest'

import {moderatorRule} from '../../../schemas/rules/moderatorRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a confirmed session without a moderator gets a warning', () => {
  const guests = [{_key: 'a', role: 'guest'}]
  expect(findingsOf(moderatorRule, {status: 'confirmed', guests})).toMatchObject([
    {level: 'warning', path: ['guests']},
  ])
})

test('a confirmed session that lists nobody gets a hint, because the first session of a community has no guests', () => {
  expect(findingsOf(moderatorRule, {status: 'confirmed'})).toMatchObject([{level: 'info'}])
})

test.each(['moderator', 'host'])('a session with a %s gets no warning', (role) => {
  expect(findingsOf(moderatorRule, {status: 'confirmed', guests: [{role}]})).toEqual([])
})

test('a planned session without guests and a canceled session get no warning', () => {
  expect(findingsOf(moderatorRule, {status: 'planned'})).toEqual([])
  expect(findingsOf(moderatorRule, {status: 'cancelled', guests: [{role: 'guest'}]})).toEqual([])
})
