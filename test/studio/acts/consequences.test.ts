import {expect, test} from 'vitest'

import {consequences, type Situation} from '../../../studio/acts/session/consequences.ts'

const published: Situation = {isPublished: true, otherChanges: []}

test('a published session says what visitors see and when, because a draft changes nothing for them', () => {
  const [sentence, ...rest] = consequences('the session as canceled', published)
  expect(sentence).toMatch(/^As soon as you publish, visitors see the session as canceled\./)
  expect(sentence).toContain('Calendars that subscribe')
  expect(rest).toEqual([])
})

test('other unpublished changes are listed before they go out with the act', () => {
  expect(consequences('it', {...published, otherChanges: ['Title', 'Guests']})[1]).toBe(
    'Publishing also publishes your other changes in: Title, Guests.',
  )
})

test('a session that was never published has no other changes, because all of it is new', () => {
  const sentences = consequences('it', {isPublished: false, otherChanges: ['Title']})
  expect(sentences).toEqual([
    'This is not published yet. If you publish now, visitors see it, for the first time.',
  ])
})

test('in a release the dialog names the release, because visitors see nothing before it is published', () => {
  expect(consequences('it', {...published, release: 'Spring'})).toEqual([
    'This changes the release “Spring”. Visitors see it when the release is published.',
  ])
})
