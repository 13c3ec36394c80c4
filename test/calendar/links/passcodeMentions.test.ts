import {describe, expect, test} from 'vitest'

import {
  findJoinDetails,
  isJoinLink,
  mentionsPasscode,
  withoutJoinDetails,
} from '../../../calendar/links/index.ts'
import {innocentSentences, passcodeWordings} from '../../support/passcodeWordings.ts'

describe('a text of a members’ meeting', () => {
  test.each(passcodeWordings)('loses the sentence with a passcode: %j', (wording) => {
    const text = `Plans for spring.\n${wording}`
    expect(withoutJoinDetails(text)).not.toContain('HUNT')
    expect(withoutJoinDetails(text)).toContain('Plans for spring.')
    expect(mentionsPasscode(text)).toBe(true)
  })

  test.each(innocentSentences)('keeps words with another meaning: %s', (text) => {
    expect(withoutJoinDetails(text)).toBe(text)
    expect(mentionsPasscode(text)).toBe(false)
  })

  test.each([
    ['Plans. Use "x" as the passcode. Bring questions.', 'Plans. Bring questions.'],
    ['Plans (Passcode: 1234)', 'Plans'],
    ['Board, passcode: hunter two', 'Board'],
    ['1234 passcode: see there', ''],
    ['Passcode below.\nhunter\nBring questions.', 'Bring questions.'],
    ['Ask Ana for the passcode.\nBring questions and a laptop.', 'Bring questions and a laptop.'],
    ['Join https://zoom.us/j/1?pwd=a and bring questions.', 'Join and bring questions.'],
    ['Call ８１２ ３４５６ ７８９０ and listen to Ana.', 'Call and listen to Ana.'],
  ])('keeps its other sentences: %j', (text, rest) => {
    expect(withoutJoinDetails(text)).toBe(rest)
  })

  test('for everyone keeps all words, because only values with a label are details', () => {
    expect(findJoinDetails('“hunter” is the passcode. Login: guest')).toEqual([])
  })

  test.each([
    'passcode ',
    'pass ',
    'pass: a ',
    'pass (',
    'passcode:\n',
    'passcode. ',
    'is a a pass ',
    'пароль ',
    'ｐ',
    '\u00AD',
    'p_',
    'Dr. ',
    '"',
    '(',
  ])('is read in linear time, also 1 MB of %j', (part) => {
    const text = part.repeat(1_000_000 / part.length)
    expect(withoutJoinDetails(text).length).toBeLessThanOrEqual(text.length)
  })
})

const encoded = encodeURIComponent('https://zoom.us/j/812')

test.each([
  `https://redirect.example/?u=${encoded}`,
  `https://pages.example/?u=${encoded}`,
  `https://pages.example/?u=${encodeURIComponent(encoded)}`,
  `https://pages.example/?u=${btoa('https://zoom.us/j/812')}`,
  'https://pages.example/r/https://zoom.us/j/812',
  'https://pages.example/r/zoom.us/j/812',
  'https://pages.example/#zoom.us/j/812',
  'https://pages.example/?u=//zoom.us/j/812',
  'https://pages.example/?u=zoommtg://zoom.us/join',
  'https://pages.example/?u=https://bit.ly/abc',
  'https://bit.ly/abc',
  'https://www.tinyurl.com/abc',
])('a link that hides a room or may lead anywhere is one to join: %s', (link) => {
  expect(isJoinLink(link)).toBe(true)
})

test.each([
  'https://docs.google.com/presentation/d/abc/edit#slide=id.p',
  'https://web.archive.org/web/2024/https://example.org/agenda',
  'https://pages.example/?u=https://zoom.us/rec/share/a',
  'https://github.com/a/b/blob/main/README.md',
  'https://go.dev/doc/',
])('a link to a document is none to join: %s', (link) => {
  expect(isJoinLink(link)).toBe(false)
})

test.each(['%25', 'aHR0c', 'https://x.example/?u=', 'a.'])(
  'a long link of %s is read in linear time',
  (part) => {
    expect(isJoinLink(`https://pages.example/${part.repeat(50_000)}`)).toBe(false)
  },
)
