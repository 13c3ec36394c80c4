import {expect, test} from 'vitest'

import {recordingMediaRule} from '../../../schemas/rules/recordingMediaRule.ts'
import {found} from './found.ts'

test('two places are an error: a visitor can follow only one', () => {
  const media = {youtubeId: 'Aj84quEIEug', url: 'https://example.org/video'}
  expect(found(recordingMediaRule, {media})).toMatchObject([{level: 'error', path: ['media']}])
})

test('an opened but empty place is an error, and one place is right', () => {
  expect(found(recordingMediaRule, {media: {_type: 'recordingMedia'}})).toHaveLength(1)
  expect(found(recordingMediaRule, {media: {youtubeId: 'Aj84quEIEug'}})).toEqual([])
  expect(found(recordingMediaRule, {})).toEqual([])
})
