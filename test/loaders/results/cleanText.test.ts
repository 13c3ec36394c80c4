import {expect, test} from 'vitest'

import {cleanText} from '../../../loaders/results/cleanText.ts'

test('the quick look at a text misses no character that is removed', () => {
  const removed =
    /^[\p{Cc}\u202a-\u202e\u2060-\u2064\u2066-\u2069\u200b-\u200d\ufeff\u{1d173}-\u{1d17a}]$/u
  const characters = Array.from({length: 0x20000}, (_, code) => code)
    // Half a pair is not a character.
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
  const wrong = characters.filter((character) => {
    const text = `a${character.repeat(4)}b`
    const isRemoved = removed.test(character) && !'\t\n\r'.includes(character)
    return cleanText(text) !== (isRemoved ? 'ab' : text)
  })
  expect(wrong).toEqual([])
})
