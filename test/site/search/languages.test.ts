import {supportedLanguages} from '@touchpoints/words'
import {datesIn} from '@touchpoints/words/dates'
import {describe, expect, test} from 'vitest'

import {createSearch} from '../../../site/src/search/createSearch.ts'
import {hasMatch, matchParts} from '../../../site/src/search/matchParts.ts'
import {searched, searchedSession} from './searchedDocument.ts'

/** Whether a title is the only one found among others, with the months of a language. */
function finds(query: string, title: string, language = 'en'): boolean {
  const documents = [searched('session', title), searched('session', 'Nothing of it 123')]
  const search = createSearch(documents, datesIn(language).monthNames())
  const {matches} = search.find(query, {now: '2026-11-26T09:00:00Z', limit: 5})
  return matches.length === 1 && matches[0]?.document.title === title
}

describe('a word is found however it is typed', () => {
  test.each([
    ['without its accents', 'jimenez', 'Ana Jiménez'],
    ['with accents it lacks', 'catálogo', 'Catalogo abierto'],
    ['in capitals', 'ÉCOLE', 'L’école ouverte'],
    ['with decomposed accents', 'e\u0301cole', 'L’école ouverte'],
    ['with two letters for an umlaut', 'mueller', 'Jörg Müller'],
    ['without the dots of an umlaut', 'muller', 'Jörg Müller'],
    ['with ss for ß', 'strasse', 'Die Straße'],
    ['with ae for æ, and o for ø', 'soren', 'Søren Kierkegård'],
    ['as the beginning of a compound', 'datenschutz', 'Die Datenschutzgrundverordnung'],
    ['as the second part of a name', 'telemetry', 'OpenTelemetry in practice'],
    ['as one word for two', 'realtime', 'A real-time view'],
    ['as two words for one', 'real time', 'A real-time view'],
    ['in wide letters', 'ＯＳＰＯ', 'OSPO basics'],
    ['in Cyrillic capitals', 'ОТКРЫТЫЙ', 'Открытый код'],
    ['in Greek without accents', 'κωδικας', 'Ανοιχτός κώδικας'],
    ['in Korean without its particle', '회의', '회의를 준비하는 방법'],
  ])('%s: %s', (_, query, title) => {
    expect(finds(query, title)).toBe(true)
  })
})

describe('a word of a script without spaces is found', () => {
  test.each([
    ['within a sentence in Japanese', '会議', '次回の会議室について'],
    ['by its first sign', '会', '次回の会議室について'],
    ['by the last sign of a sentence', '声', '忘れない声'],
    ['of three signs', '会議室', '次回の会議室について'],
    ['in katakana', 'カタログ', '国境のないカタログ'],
    ['in narrow katakana', 'ｶﾀﾛｸﾞ', '国境のないカタログ'],
    ['beside Latin letters', 'OSPO', 'OSPO会議'],
    ['in Chinese', '开源', '中国的开源社区'],
    ['in Thai', 'ประชุม', 'การประชุมครั้งต่อไป'],
  ])('%s: %s', (_, query, title) => {
    expect(finds(query, title)).toBe(true)
  })

  test('and another word with the same signs is not', () => {
    expect(finds('議会', '次回の会議室について')).toBe(false)
    expect(finds('かき', 'がぎ')).toBe(false)
  })
})

describe('an Arabic word is found', () => {
  test.each([
    ['without its article', 'صوت', 'ما يتذكره الصوت'],
    ['with an article it lacks', 'الصوت', 'مهندس صوت'],
    ['with another form of alef', 'ارشفة', 'أرشفة الصوت'],
    ['with ha for ta marbuta', 'ارشفه', 'أرشفة الصوت'],
    ['without vowel signs', 'محمد', 'مُحَمَّد'],
    ['when it is stretched', 'لقاء', 'لقـــاء'],
    ['with a preposition', 'ارشيف', 'بالأرشيف'],
  ])('%s: %s', (_, query, title) => {
    expect(finds(query, title)).toBe(true)
  })

  test('and digits of both kinds are the same', () => {
    expect(finds('٢٠٢٥', 'لقاء 2025')).toBe(true)
  })
})

describe.each(supportedLanguages)('in %s', (language) => {
  const documents = [
    searchedSession('2025-03-12', 'A'),
    searchedSession('2025-11-20', 'B'),
    searchedSession('2024-03-14', 'C'),
  ]
  const {monthNames, monthName} = datesIn(language)
  const {find} = createSearch(documents, monthNames())
  const found = (query: string) =>
    find(query, {now: '2026-11-26T09:00:00Z', limit: 5}).matches.map(({document}) => document.title)

  test('a month finds its sessions, as the site writes it', () => {
    expect(found(monthNames()[2] ?? '')).toEqual(['A', 'C'])
    expect(found(monthName('2025-03'))).toEqual(['A'])
  })

  test('a year finds its sessions, latest first', () => {
    expect(found('2025')).toEqual(['B', 'A'])
  })
})

test.each(['ja', 'zh'])('in %s a date with its signs finds one day', (language) => {
  const documents = [searchedSession('2025-03-12', 'A'), searchedSession('2025-12-03', 'B')]
  const {find} = createSearch(documents, datesIn(language).monthNames())
  const found = find('2025年3月12日', {now: '2026-11-26T09:00:00Z', limit: 5})
  expect(found.matches.map(({document}) => document.title)).toEqual(['A'])
})

describe('the words that match are marked', () => {
  const marked = (text: string, ...terms: string[]) =>
    matchParts(text, new Set(terms))
      .map(({text: part, isMatch}) => (isMatch ? `[${part}]` : part))
      .join('')

  test.each([
    ['Ana Jiménez and others', ['jimenez'], 'Ana [Jiménez] and others'],
    ['Jörg Müller', ['mueller'], 'Jörg [Müller]'],
    ['次回の会議室', ['会議', '議室'], '次回の[会議室]'],
    ['A <b> & metrics', ['metrics'], 'A <b> & [metrics]'],
    ['metrics, metrics', ['metrics'], '[metrics], [metrics]'],
    ['Nothing', ['metrics'], 'Nothing'],
    ['', ['metrics'], ''],
  ])('in %s', (text, terms, expected) => {
    expect(marked(text, ...terms)).toBe(expected)
  })

  test('and a document without one has none', () => {
    expect(hasMatch('Open call', new Set(['closed']))).toBe(false)
  })
})
