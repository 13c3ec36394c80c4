import {expect, test} from 'vitest'

import {isPendingReference} from '../../../studio/form/pendingReferences.ts'

const session = {
  guests: [
    {_key: 'new', guest: {_ref: 'guest-new', _strengthenOnPublish: {type: 'guest'}}},
    {_key: 'gone', guest: {_ref: 'guest-gone', _strengthenOnPublish: {type: 'guest'}}},
  ],
}
const news = [{id: 'guest-new'}]
const marker = (_key: string, code = 'reference.not-published') => ({
  code,
  path: ['guests', {_key}, 'guest'],
})

test('a reference to a new document keeps nothing from being published, because Publish publishes both', () => {
  expect(isPendingReference(marker('new'), session, news)).toBe(true)
})

test('a reference to a document that is gone stays an error, because nothing can publish it', () => {
  expect(isPendingReference(marker('gone'), session, news)).toBe(false)
  expect(isPendingReference(marker('new'), session, [])).toBe(false)
})

test('another error of the same reference stays an error', () => {
  expect(isPendingReference(marker('new', 'reference.invalid'), session, news)).toBe(false)
})
