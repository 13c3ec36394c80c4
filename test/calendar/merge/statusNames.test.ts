import {expect, test} from 'vitest'

import {statusName, statusNames} from '../../../calendar/merge/statusNames.ts'
import {statusWord, type StatedStatus} from '../../../words/index.ts'

const statuses = [
  'planned',
  'tentative',
  'confirmed',
  'held',
  'cancelled',
  'to-be-announced',
] as const satisfies StatedStatus[]

test('sentences about a calendar call a status what the page calls it, although they cannot import its words', () => {
  expect(Object.keys(statusNames).toSorted()).toEqual(statuses.toSorted())
  for (const status of statuses) {
    expect(statusNames[status]).toBe(statusWord({language: 'en'}, status).toLowerCase())
  }
})

test('a text that is no status stays, because a feed can have any', () => {
  expect(statusName('cancelled')).toBe('canceled')
  expect(statusName('constructor')).toBe('constructor')
})
