import {describe, expect, test} from 'vitest'

import {closestLanguage, directionOf, supportedLanguages, wordsIn} from '../../words/index.ts'
import {elementWords} from '../../words/plain/index.ts'

describe('the language', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['es-MX', 'es'],
    ['DE', 'de'],
    ['zh-Hant-TW', 'zh'],
    ['ar-EG', 'ar'],
    ['pt-BR', 'en'],
    ['', 'en'],
    ['not a tag', 'en'],
  ])('of the tag %j is %s', (tag, language) => {
    expect(closestLanguage(tag)).toBe(language)
    expect(wordsIn(tag).language).toBe(language)
  })

  test('is written from right to left only in Arabic', () => {
    const rightToLeft = supportedLanguages.filter((language) => directionOf(language) === 'rtl')
    expect(rightToLeft).toEqual(['ar'])
    expect(wordsIn('ar').dir).toBe('rtl')
  })
})

describe('the words of a community', () => {
  const call = {session: {singular: 'call', plural: 'calls'}}
  const words = wordsIn('en', {vocabulary: call})

  test('replace the default ones, and start a sentence with a capital letter', () => {
    expect(words.say('site.noUpcoming')).toBe('No upcoming calls.')
    expect(words.say('site.sessions')).toBe('Calls')
    expect(wordsIn('en').say('site.noUpcoming')).toBe('No upcoming sessions.')
  })

  test('take the plural of the language', () => {
    const count = (language: string, n: number) =>
      wordsIn(language).say('site.sessionCount', {count: n})
    expect([1, 2].map((n) => count('en', n))).toEqual(['1 session', '2 sessions'])
    expect([0, 1, 2, 3, 11, 100].map((n) => count('ar', n))).toEqual([
      'لقاءات: 0',
      '1 لقاء',
      'لقاءات: 2',
      '3 لقاءات',
      '11 لقاء',
      '100 لقاء',
    ])
    expect(count('ja', 2)).toBe('ミーティング 2件')
  })

  test('may contain braces and quotes, which are no syntax in a value', () => {
    const odd = wordsIn('en', {vocabulary: {session: {singular: `{x} 'y'`, plural: `<b> #`}}})
    expect(odd.say('site.noUpcoming')).toBe('No upcoming <b> #.')
    expect(odd.say('site.sessionCount', {count: 1})).toBe(`1 {x} 'y'`)
  })

  test.each([
    ['es', 'charla', 'charlas', 'Por ahora no hay charlas en la agenda.', 'Charlas anteriores'],
    [
      'fr',
      'atelier',
      'ateliers',
      'Ateliers à venir\u00a0: rien de prévu pour le moment.',
      'Archives des ateliers',
    ],
    ['de', 'Runde', 'Runden', 'Zurzeit keine Runden geplant.', 'Frühere Runden'],
    ['ar', 'جلسة', 'جلسات', 'لا توجد جلسات قادمة.', 'جلسات سابقة'],
  ])(
    'fit a message in %s: %s has another gender or first letter',
    (language, singular, plural, none, past) => {
      const own = wordsIn(language, {vocabulary: {session: {singular, plural}}})
      expect([own.say('site.noUpcoming'), own.say('site.past')]).toEqual([none, past])
    },
  )
})

describe('a text of another direction', () => {
  const words = wordsIn('ar')

  test('is isolated in Arabic, so that the punctuation stays where it belongs', () => {
    const text = words.say('site.nextIn', {title: 'Metrics (weekly)'})
    expect(text).toBe('التالي: \u2068Metrics (weekly)\u2069')
  })

  test('is not isolated if it starts in Arabic, is a number, or the language is English', () => {
    expect(words.say('site.nextIn', {title: 'لقاء Sanity'})).toBe('التالي: لقاء Sanity')
    expect(words.say('calendar.until', {time: '14:00'})).toBe('حتى 14:00')
    expect(wordsIn('en').say('site.nextIn', {title: 'لقاء'})).toBe('Next in لقاء')
  })
})

describe('the words of elements', () => {
  test.each(supportedLanguages)(
    'are the same in the light catalog and the full one in %s',
    (tag) => {
      const [light, full] = [elementWords(tag), wordsIn(tag)]
      expect(light.say('join')).toBe(full.say('elements.join'))
      expect(light.say('community')).toBe(full.say('elements.community'))
      expect(light.say('yourTime', {zone: 'Berlin'})).toBe(
        full.say('elements.yourTime', {zone: 'Berlin'}),
      )
      expect(light.say('events', {count: '3'})).toBe(full.say('elements.events', {count: '3'}))
    },
  )
})

test('the compiler asks for arguments, so that no page shows a placeholder', () => {
  const words = wordsIn('en')
  expect(words.say('site.ledBy', {name: 'Ana Jiménez'})).toBe('Led by Ana Jiménez')
  expect(words.say('calendar.eventCount', {count: 2})).toBe('2 events')
  // @ts-expect-error The name is missing.
  expect(() => words.say('site.ledBy')).toThrow(/name/)
  // @ts-expect-error The argument has another name.
  expect(() => words.say('site.ledBy', {person: 'Ana Jiménez'})).toThrow(/name/)
  // @ts-expect-error A count is a number.
  expect(words.say('calendar.eventCount', {count: '2'})).toBe('2 events')
  // @ts-expect-error The message has no argument.
  expect(words.say('site.skip', {title: 'x'})).toBe('Skip to content')
  // @ts-expect-error There is no such message.
  expect(() => words.say('site.unknown')).toThrow('There is no message "site.unknown"')
  // @ts-expect-error The zone is missing.
  expect(elementWords('en').say('yourTime')).toBe('Your time (undefined)')
})
