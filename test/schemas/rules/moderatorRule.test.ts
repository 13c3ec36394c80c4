import {expect, test} from 'vitest'

import {moderatorRule} from '../../../schemas/rules/moderatorRule.ts'
import {found} from './found.ts'

test('a confirmed session without a moderator is warned about', () => {
  const guests = [{_key: 'a', role: 'guest'}]
  expect(found(moderatorRule, {status: 'confirmed', guests})).toMatchObject([
    {level: 'warning', path: ['guests']},
  ])
})

test.each(['moderator', 'host'])('a %s opens the room', (role) => {
  expect(found(moderatorRule, {status: 'confirmed', guests: [{role}]})).toEqual([])
})

test('a plan without guests, and a cancelled session, are left in peace', () => {
  expect(found(moderatorRule, {status: 'planned'})).toEqual([])
  expect(found(moderatorRule, {status: 'cancelled', guests: [{role: 'guest'}]})).toEqual([])
})
