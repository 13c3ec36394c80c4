import {expect, test} from 'vitest'

import {joinedWords} from '../support/joinedWords.ts'

test('words that only the style sheet separates are reported', () => {
  expect(joinedWords('<body><a href="/a">Catalog Circle</a><span class="x">Clinic</span>')).toEqual(
    ['Circle||Clinic'],
  )
  expect(joinedWords('<body><p><strong><a>A</a></strong><time>19:00</time></p>')).toHaveLength(1)
})

test.each([
  '<body><a>Catalog Circle</a> <span>Clinic</span>',
  '<body><a>Catalog Circle</a>\n<span>Clinic</span>',
  '<body><time>Monday, <span>19:00</span></time>',
  '<body><li>A</li><li>B</li>',
  '<body><span class="date-tile-day">5</span><span class="date-tile-month">Mar</span>',
])('%s is not reported', (html) => {
  expect(joinedWords(html)).toEqual([])
})
