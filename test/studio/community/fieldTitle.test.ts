import {expect, it} from 'vitest'

import {fieldTitle} from '../../../studio/community/fieldTitle.ts'
import {readCommunity} from '../../../studio/community/readCommunity.ts'

const community = readCommunity({
  vocabulary: {
    group: {singular: 'SIG', plural: 'SIGs'},
    guest: {singular: 'speaker', plural: 'speakers'},
  },
})

it('names a field as the community does, because its lists have the same words', () => {
  expect(fieldTitle(['group'], community)).toBe('SIG')
  expect(fieldTitle(['guests'], community)).toBe('Speakers')
  expect(fieldTitle(['touchpoint'], community)).toBe('Touchpoint')
})

it('leaves other fields, and the words of the vocabulary itself', () => {
  expect(fieldTitle(['title'], community)).toBeUndefined()
  expect(fieldTitle(['toString'], community)).toBeUndefined()
  expect(fieldTitle(['vocabulary', 'group'], community)).toBeUndefined()
})
