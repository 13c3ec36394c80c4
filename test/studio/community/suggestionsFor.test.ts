import {expect, it} from 'vitest'

import {readCommunity} from '../../../studio/community/readCommunity.ts'
import {mayHaveSuggestions, suggestionsFor} from '../../../studio/community/suggestionsFor.ts'

const vocabulary = {
  groupKinds: ['SIG', 'committee'],
  guestKinds: ['maintainer'],
  roles: ['Convener'],
}
const community = readCommunity({vocabulary})

it('are the words of the community for the kind of a group, the kind of a guest and a role', () => {
  expect(suggestionsFor('workingGroup', ['kind'], community)).toEqual(['SIG', 'committee'])
  expect(suggestionsFor('guest', ['kind'], community)).toEqual(['maintainer'])
  expect(suggestionsFor('workingGroup', ['roles', {_key: 'a'}, 'role'], community)).toEqual([
    'Convener',
  ])
})

it('are common roles in a community that has not written its own', () => {
  const role = ['roles', {_key: 'a'}, 'role']
  expect(suggestionsFor('workingGroup', role, readCommunity(null))).toContain('Chair')
})

it.each([
  ['organization', ['kind']],
  ['guest', ['role']],
  ['workingGroup', ['title']],
])('are none for %s %j, because it has another meaning', (type, path) => {
  expect(suggestionsFor(type, path, community)).toEqual([])
})

it('are looked for only in fields that can have some, because the input asks for the type', () => {
  expect(mayHaveSuggestions(['kind'])).toBe(true)
  expect(mayHaveSuggestions(['roles', {_key: 'a'}, 'role'])).toBe(true)
  expect(mayHaveSuggestions(['role'])).toBe(false)
  expect(mayHaveSuggestions(['title'])).toBe(false)
  expect(mayHaveSuggestions(['links', {_key: 'a'}, 'kind'])).toBe(false)
})
