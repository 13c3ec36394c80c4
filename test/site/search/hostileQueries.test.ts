import {describe, expect, test} from 'vitest'

import {createSearch} from '../../../site/src/search/createSearch.ts'
import {excerpt} from '../../../site/src/search/matchParts.ts'
import {maxQueryLength, readSearchRequest} from '../../../site/src/search/readSearchRequest.ts'
import {searchDocuments} from '../../../site/src/search/searchDocuments.ts'
import {queryTerms} from '../../../site/src/search/terms.ts'
import {largeCommunity} from '../../support/largeCommunity.ts'
import {months} from './searchedDocument.ts'

const read = (q: string, shown?: string) =>
  readSearchRequest(new URLSearchParams({q, ...(shown !== undefined && {shown})}))

describe('what a stranger types', () => {
  test.each([
    ['control characters', 'open\u0000 sou\u001brce', 'open source'],
    ['line breaks and tabs', '  open\r\n\tsource ', 'open source'],
    ['characters that turn the text around', 'open \u202eecruos', 'open ecruos'],
    ['invisible characters', 'open\u200b\u2060\ufeffsource', 'open source'],
    ['half a character', 'open \ud83d', 'open \ufffd'],
  ])('loses %s', (_, typed, query) => {
    expect(read(typed)?.query).toBe(query)
  })

  test('keeps markup as text, because each output escapes it', () => {
    expect(read('<script>alert(1)</script>')?.query).toBe('<script>alert(1)</script>')
  })

  test.each(['', '   ', '\u0000', '\u200b\u202e'])('is no search if it is %j', (typed) => {
    expect(read(typed)).toBeUndefined()
  })

  test('is cut after 200 characters, and the page says so', () => {
    const long = read(`${'a'.repeat(199)}😀${'b'.repeat(3000)}`)
    expect(long?.isShortened).toBe(true)
    expect(long?.query).toBe(`${'a'.repeat(199)}😀`)
    expect(read('a'.repeat(maxQueryLength))?.isShortened).toBe(false)
  })

  test.each([
    ['40', 40],
    ['1', 20],
    ['999999', 20],
    ['9999', 200],
    ['-5', 20],
    ['1e3', 20],
    ['', 20],
  ])('limits the results of shown=%s to %i', (shown, expected) => {
    expect(read('a', shown)?.shown).toBe(expected)
  })
})

describe('a query in the largest community', () => {
  const documents = searchDocuments(largeCommunity(1500))
  const search = createSearch(documents, months)
  const find = (query: string) => search.find(query, {now: '2026-11-26T09:00:00Z', limit: 20})

  test('has twelve words at most', () => {
    expect(queryTerms(Array.from({length: 30}, (_, n) => `word${n}`).join(' '))).toHaveLength(12)
    expect(queryTerms('b b B b\u0301 b')).toEqual(['b'])
  })

  test.each([
    ['one letter', 'e'],
    ['all letters', 'e t a o i n s r h l d c u m f p g w y b v k'],
    ['one long word', 'qwertzuiopasdfghjkl'.repeat(10)],
    ['words that resemble all others', 'aeiouaei eaiouaei oeiauaei ueaioaei ieaouaei aaeeiioo'],
    ['patterns', '(a+)+$ .*.*.*.* [a-z]{999} \\\\ %_%'],
    ['names of properties', '__proto__ constructor toString hasOwnProperty'],
    ['signs without letters', '!"§$%&/()=?'.repeat(18)],
    ['accents without a letter', 'a' + '\u0301'.repeat(190)],
    ['Chinese', '会'.repeat(200)],
  ])('of %s returns within its limits', (_, query) => {
    const {matches, total} = find(query)
    expect(matches.length).toBeLessThanOrEqual(20)
    expect(total).toBeLessThanOrEqual(documents.length)
    expect(search.similarWords(query).length).toBeLessThanOrEqual(3)
  })
})

describe('a long text is shown around its match', () => {
  const text = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`

  test('with an ellipsis where text is missing', () => {
    const part = excerpt(text, new Set(['needle']))
    expect(part).toMatch(/^…word .*needle.* word…$/)
    expect(part.length).toBeLessThanOrEqual(165)
  })

  test('or from its beginning', () => {
    expect(excerpt(text, new Set(['other']))).toMatch(/^word .*word…$/)
    expect(excerpt('Short.', new Set(['other']))).toBe('Short.')
  })
})
