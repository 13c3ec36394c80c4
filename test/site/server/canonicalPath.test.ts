import fc from 'fast-check'
import {expect, test} from 'vitest'

import {canonicalPath} from '../../../site/server/canonicalPath.ts'

test.each([
  '/community/meetings',
  '/%63ommunity/meetings/',
  '/community//meetings/',
  '/community/meetings//',
  '/%2563ommunity/meetings/',
  '/community/%6d%65etings',
  '/community/x/%252e%252e/meetings/',
])('%s is an alias of one page, so that a page is stored once', (alias) => {
  expect(canonicalPath(alias)).toBe('/community/meetings/')
})

test.each([
  '/',
  '/meetings/',
  '/robots.txt',
  '/Z%C3%BCrich/',
  '/a%2Fb/',
  '/100%25/',
  '/api/touchpoints/all-hands.ics',
  '/api/live',
  '/media/images/project/dataset/name.png',
  '/_astro/page.css',
])('%s is canonical', (path) => {
  expect(canonicalPath(path)).toBe(path)
})

test('leads to the API without a slash that is not part of its addresses', () => {
  expect(canonicalPath('/%61pi/events.json')).toBe('/api/events.json')
  expect(canonicalPath('/%61pi/live')).toBe('/api/live')
})

test('never redirects twice, and never to another site', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '/', '%', '2', '5', 'e', 'f', '.', '%2f', '%5c', '\\', '%2e'), {
        maxLength: 12,
      }),
      (parts) => {
        const url = `http://localhost/${parts.join('')}`
        const path = canonicalPath(new URL(url).pathname)
        expect(canonicalPath(path)).toBe(path)
        expect(path).toMatch(/^\/(?![/\\])/)
      },
    ),
  )
})
