import {expect, test} from 'vitest'

import {slugOf} from '../../../importers/plan/index.ts'

test.each([
  ['Łucja Żółw', 'lucja-zolw'],
  ['Søren Bjørn', 'soren-bjorn'],
  ['Đặng Thuỷ', 'dang-thuy'],
  ['Groß & Ægir', 'gross-and-aegir'],
  ['Þór Œuvre', 'thor-oeuvre'],
  ['IĞDIR Çelik', 'igdir-celik'],
  ['Ana Jiménez', 'ana-jimenez'],
])('the slug of “%s” has each of its letters', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('a name in another script has a stable slug of its own', () => {
  expect(slugOf('東京')).toBe(slugOf('東京'))
  expect(slugOf('東京')).not.toBe(slugOf('京都'))
})
