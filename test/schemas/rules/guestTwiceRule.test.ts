import {expect, test} from 'vitest'

import {guestTwiceRule} from '../../../schemas/rules/guestTwiceRule.ts'
import {found, refTo} from './found.ts'

const part = (_key: string, id: string, role: string) => ({_key, guest: refTo(id), role})

test('a person twice in one role is an error, shown at the second', () => {
  const guests = [part('a', 'ada', 'guest'), part('b', 'ada', 'guest')]
  expect(found(guestTwiceRule, {guests})).toMatchObject([
    {level: 'error', path: ['guests', {_key: 'b'}]},
  ])
})

test('who presents and moderates has both places', () => {
  const guests = [part('a', 'ada', 'guest'), part('b', 'ada', 'moderator')]
  expect(found(guestTwiceRule, {guests})).toEqual([])
})

test('two rows in which nobody is chosen yet are not the same person', () => {
  expect(found(guestTwiceRule, {guests: [{role: 'guest'}, {role: 'guest'}, null]})).toEqual([])
})
