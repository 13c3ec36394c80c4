import {expect, test} from 'vitest'

import {sessionAddress} from '../../../studio/presentation/sessionAddress.ts'

const session = {_type: 'touchpoint', slug: {current: 'docs-2026-03-12'}}
const tool = {
  name: 'presentation',
  options: {previewUrl: {initial: 'https://example.org/community/meetings/'}},
}

test('the page of a session has the origin of the site that the preview tool shows', () => {
  expect(sessionAddress([{name: 'structure'}, tool], session)).toBe(
    'https://example.org/community/meetings/docs-2026-03-12/',
  )
})

test('without a site, a slug or a session, there is no page to link', () => {
  expect(sessionAddress([], session)).toBeUndefined()
  expect(sessionAddress([tool], {_type: 'touchpoint'})).toBeUndefined()
  expect(sessionAddress([tool], {_type: 'series', slug: {current: 'docs'}})).toBeUndefined()
})
