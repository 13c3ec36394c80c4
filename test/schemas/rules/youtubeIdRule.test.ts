import {expect, test} from 'vitest'

import {youtubeIdRule} from '../../../schemas/rules/youtubeIdRule.ts'
import {found} from './found.ts'

test.each(['url', 'youtubeId', 'playlistId'])(
  'a YouTube link in %s is an error that says which id to keep',
  (field) => {
    const [finding] = found(youtubeIdRule, {media: {[field]: 'https://youtu.be/Aj84quEIEug?si=x'}})
    expect(finding).toMatchObject({level: 'error', path: ['media', field]})
    expect(finding?.message).toContain('Aj84quEIEug in')
  },
)

test('a link elsewhere, and an id by itself, are right', () => {
  expect(found(youtubeIdRule, {media: {url: 'https://media.example.org/talk'}})).toEqual([])
  expect(found(youtubeIdRule, {media: {youtubeId: 'Aj84quEIEug'}})).toEqual([])
})
