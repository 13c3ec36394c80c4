import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'

import {createSearch, createSearchInParts} from '../../../site/src/search/createSearch.ts'
import {packDocuments, searchData, unpackDocuments} from '../../../site/src/search/searchData.ts'
import {searchDocuments} from '../../../site/src/search/searchDocuments.ts'
import {shareText} from '../../../site/src/search/shareText.ts'
import {largeCommunity} from '../../support/largeCommunity.ts'
import {session, series} from '../fakes.ts'
import {months} from './searchedDocument.ts'

const now = '2026-11-26T09:00:00Z'

/** Returns the file of a community as a browser receives it. */
function fileOf(sessions: number) {
  const documents = searchDocuments(largeCommunity(sessions))
  return {
    documents,
    text: JSON.stringify(packDocuments(documents, {pagePath: '/meetings/', months})),
  }
}

describe('the file that a browser searches in', () => {
  const {documents, text} = fileOf(1000)

  test('has less than 100 kB gzip for 1,000 sessions, so that a phone loads it in a second', () => {
    expect(gzipSync(text).length).toBeLessThan(100_000)
    // As many as a community of that size has: each counts in the size.
    const kinds = Map.groupBy(documents, ({kind}) => kind)
    expect(kinds.get('session')).toHaveLength(1000)
    expect(kinds.get('person')?.length).toBeGreaterThan(300)
  })

  test('has texts that do not compress better than those of people', () => {
    const summaries = documents.map(({text: each}) => each).join('\n')
    expect(gzipSync(summaries).length / summaries.length).toBeGreaterThan(0.3)
  })

  test('contains the same documents in the same order', () => {
    expect(unpackDocuments(searchData.parse(JSON.parse(text)))).toEqual(documents)
  })

  test.each([
    'a',
    'editor',
    'documents',
    'sesion',
    'open calender',
    '2026',
    'march 2025',
    'content lake zone',
    'zzzzqqqq',
    '2026-11-30',
  ])('gives the results of the server in a browser, in the same order: %s', async (query) => {
    const {data} = await inBrowser
    const options = {now, limit: 50}
    expect(data.find(query, options)).toEqual(server.find(query, options))
    expect(data.similarWords(query)).toEqual(server.similarWords(query))
  })

  const server = createSearch(documents, months)
  const inBrowser = (async () => {
    const file = searchData.parse(JSON.parse(text))
    return {data: await createSearchInParts(unpackDocuments(file), file.months)}
  })()
})

describe('a long text', () => {
  test('is whole in a small community, and shorter in a large one', () => {
    const longest = (sessions: number) =>
      Math.max(...fileOf(sessions).documents.map(({text}) => text.length))
    expect(longest(50)).toBeGreaterThan(longest(1000))
  })

  test.each([
    [['short', 'a much longer text'], 12, ['short', 'a much']],
    [['one', 'two'], 6, ['one', 'two']],
    [['', ''], 0, ['', '']],
    [['会議の記録です'], 9, ['会議の']],
    [['😀😀😀'], 9, ['😀😀']],
  ])('of %j in %i bytes is cut to %j', (texts, budget, expected) => {
    expect(shareText(texts, budget)).toEqual(expected)
  })
})

describe('the documents', () => {
  const call = series('call', {title: 'Weekly call'})
  test('have a recording only if its title is not that of its session', () => {
    const {recordings} = largeCommunity(10)
    const own = recordings.map((each) => ({...each, title: `Video: ${each.title}`}))
    const content = {sessions: [], series: [], groups: [], guests: [], topics: []}
    const count = (all: typeof recordings) => searchDocuments({...content, recordings: all}).length
    expect(count(recordings)).toBe(0)
    expect(count(own)).toBe(own.length)
    expect(count(own.map((each) => ({...each, availability: 'notRecorded' as const})))).toBe(0)
  })

  test('have the agenda of a session without what every agenda has', () => {
    const item = (title: string) => ({title, minutes: null, kind: 'presentation' as const, who: []})
    const sessions = [1, 2, 3].map((day) =>
      session(`2026-03-0${day}T10:00:00Z`, call, {
        agenda: [item('Questions and answers'), item(`Talk ${day}`)],
      }),
    )
    const content = {series: [], groups: [], guests: [], recordings: [], topics: []}
    const documents = searchDocuments({...content, sessions})
    expect(documents.map(({text}) => text)).toEqual(['Talk 1', 'Talk 2', 'Talk 3'])
  })
})
