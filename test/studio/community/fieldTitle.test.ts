import {expect, it} from 'vitest'

import {fieldTitle, mayHaveTitle} from '../../../studio/community/fieldTitle.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'

const community = readCommunity({
  vocabulary: {
    group: {singular: 'SIG', plural: 'SIGs'},
    guest: {singular: 'speaker', plural: 'speakers'},
  },
})

it('names a field as the community does, because its lists have the same words', () => {
  expect(fieldTitle('series', ['group'], community)).toBe('SIG')
  expect(fieldTitle('touchpoint', ['guests'], community)).toBe('Speakers')
  expect(fieldTitle('recording', ['touchpoint'], community)).toBe('Touchpoint')
})

it('leaves other fields, and the words of the vocabulary itself', () => {
  expect(fieldTitle('series', ['title'], community)).toBeUndefined()
  expect(fieldTitle('series', ['toString'], community)).toBeUndefined()
  expect(fieldTitle('community', ['vocabulary', 'group'], community)).toBeUndefined()
})

it('leaves a field of the same name that a project adds, because it has another meaning', () => {
  expect(fieldTitle('venue', ['group'], community)).toBeUndefined()
  expect(fieldTitle('touchpoint', ['group'], community)).toBeUndefined()
})

it('says before the type is known which fields can have such a title', () => {
  expect(mayHaveTitle(['group'])).toBe(true)
  expect(mayHaveTitle(['title'])).toBe(false)
  expect(mayHaveTitle(['vocabulary', 'group'])).toBe(false)
  expect(mayHaveTitle([])).toBe(false)
})
