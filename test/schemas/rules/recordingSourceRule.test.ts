import {expect, test} from 'vitest'

import {recordingSourceRule} from '../../../schemas/rules/recordingSourceRule.ts'
import {findingsOf} from './findingsOf.ts'

test('two sources are an error, because the page shows only one', () => {
  const media = {youtubeId: 'Aj84quEIEug', url: 'https://example.org/video'}
  expect(findingsOf(recordingSourceRule, {media})).toMatchObject([
    {level: 'error', path: ['media']},
  ])
})

test('an empty source is an error, and one source or an absent one gets no finding', () => {
  expect(findingsOf(recordingSourceRule, {media: {_type: 'recordingMedia'}})).toHaveLength(1)
  expect(findingsOf(recordingSourceRule, {media: {youtubeId: 'Aj84quEIEug'}})).toEqual([])
  expect(findingsOf(recordingSourceRule, {})).toEqual([])
})
