import {expect, test} from 'vitest'

import {duplicateGuestRule} from '../../../schemas/rules/duplicateGuestRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const appearance = (_key: string, id: string, role: string) => ({_key, guest: refTo(id), role})

test('a person twice in one role is an error at the second entry', () => {
  const guests = [appearance('a', 'ada', 'guest'), appearance('b', 'ada', 'guest')]
  expect(findingsOf(duplicateGuestRule, {guests})).toMatchObject([
    {level: 'error', path: ['guests', {_key: 'b'}]},
  ])
})

test('a person who presents and moderates gets no finding', () => {
  const guests = [appearance('a', 'ada', 'guest'), appearance('b', 'ada', 'moderator')]
  expect(findingsOf(duplicateGuestRule, {guests})).toEqual([])
})

test('two entries without a person get no finding', () => {
  expect(
    findingsOf(duplicateGuestRule, {guests: [{role: 'guest'}, {role: 'guest'}, null]}),
  ).toEqual([])
})
