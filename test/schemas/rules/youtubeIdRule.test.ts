import {expect, test} from 'vitest'

import {youtubeIdRule} from '../../../schemas/rules/youtubeIdRule.ts'
import {findingsOf} from './findingsOf.ts'

test.each(['url', 'youtubeId', 'playlistId'])(
  'a YouTube link in %s is an error with the id to enter',
  (field) => {
    const [finding] = findingsOf(youtubeIdRule, {
      media: {[field]: 'https://youtu.be/Aj84quEIEug?si=x'},
    })
    expect(finding).toMatchObject({level: 'error', path: ['media', field]})
    expect(finding?.message).toContain('its id, Aj84quEIEug, in')
  },
)

test('a link to another site and an id get no finding', () => {
  expect(findingsOf(youtubeIdRule, {media: {url: 'https://media.example.org/talk'}})).toEqual([])
  expect(findingsOf(youtubeIdRule, {media: {youtubeId: 'Aj84quEIEug'}})).toEqual([])
})
