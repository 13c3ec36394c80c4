import {describe, expect, test} from 'vitest'

import {createSearch} from '../../../site/src/search/createSearch.ts'
import {months, searched, searchedSession} from './searchedDocument.ts'

const now = '2026-11-26T09:00:00Z'

const documents = [
  searched('topic', 'Metrics'),
  searched('group', 'Metrics Circle', {text: 'Counts what matters.'}),
  searched('group', 'Docs', {text: 'Writes guides, also about metrics.'}),
  searched('person', 'Ana Jiménez', {within: ['Open Harbor'], text: 'Program manager'}),
  searched('person', 'Anand Rao'),
  searched('series', 'Thursday call', {text: 'An open call about metrics and more.'}),
  searchedSession('2025-03-06', 'Project health', {topics: ['Metrics'], people: ['Ana Jiménez']}),
  searchedSession('2026-03-12', 'Project health', {topics: ['Metrics'], slug: 'health-2026'}),
  searchedSession('2026-12-03', 'Project health', {topics: ['Metrics'], slug: 'health-next'}),
  searchedSession('2027-01-14', 'Project health', {topics: ['Metrics'], slug: 'health-later'}),
  searchedSession('2024-05-02', 'Metric systems of the world'),
  searchedSession('2024-06-06', 'Matrix rooms and bridges', {people: ['Jo Anatol']}),
  searchedSession('2024-07-04', 'A year of metrics', {isRecorded: true}),
  searched('recording', 'Webinar on software bills of materials', {date: '2023-03-29'}),
]
const {find, similarWords} = createSearch(documents, months)
const slugs = (query: string, limit = 20) =>
  find(query, {now, limit}).matches.map(({document}) => document.slug)

describe('the order of results', () => {
  test.each([
    ['the title itself before longer titles', 'metrics', ['metrics', 'metrics-circle']],
    [
      'a title that begins with the query before one that contains it',
      'metrics c',
      ['metrics-circle'],
    ],
    ['titles before other fields', 'metrics', ['metrics', 'metrics-circle', 'a-year-of-metrics']],
    ['a word before one that resembles it', 'anand', ['anand-rao']],
    ['a name before a longer one', 'ana', ['ana-jiménez', 'anand-rao']],
    [
      'upcoming dates, soonest first, before past ones, latest first',
      'project health',
      ['health-next', 'health-later', 'health-2026', 'project-health'],
    ],
  ])('has %s', (_, query, first) => {
    expect(slugs(query).slice(0, first.length)).toEqual(first)
  })

  test('ends with what only resembles the query', () => {
    const matches = find('metrics', {now, limit: 20}).matches
    const last = matches.slice(-2).map(({rank, document}) => [rank, document.slug])
    expect(last).toEqual([
      [3, 'thursday-call'],
      [4, 'metric-systems-of-the-world'],
    ])
    expect(matches.map(({rank}) => rank)).toEqual(
      matches.map(({rank}) => rank).toSorted((a, b) => a - b),
    )
  })

  test('follows the time: a session that was upcoming is past later', () => {
    const later = find('project health', {now: '2026-12-24T00:00:00Z', limit: 2}).matches
    expect(later.map(({document}) => document.slug)).toEqual(['health-later', 'health-next'])
  })
})

describe('a query finds', () => {
  test.each([
    ['a misspelled title', 'projct helth', 'health-next'],
    ['swapped letters', 'webianr', 'webinar-on-software-bills-of-materials'],
    ['a word of another field', 'manager', 'ana-jiménez'],
    ['a person by organization', 'harbor', 'ana-jiménez'],
    ['a session by a person', 'jimenez health', 'project-health'],
    ['words in another order', 'bills webinar', 'webinar-on-software-bills-of-materials'],
    [
      'a title that lacks the small words',
      'the materials of bills',
      'webinar-on-software-bills-of-materials',
    ],
    [
      'the words of a long title without small ones',
      'software materials',
      'webinar-on-software-bills-of-materials',
    ],
  ])('%s: %s', (_, query, slug) => {
    expect(slugs(query)[0]).toBe(slug)
  })

  test.each([
    ['2025', ['project-health']],
    ['March 2025', ['project-health']],
    ['march', ['health-2026', 'project-health', 'webinar-on-software-bills-of-materials']],
    ['mar 2023', ['webinar-on-software-bills-of-materials']],
    ['2025-03', ['project-health']],
    ['2025-03-06', ['project-health']],
    ['6 March 2025', ['project-health']],
    ['health 2027', ['health-later']],
  ])('sessions by date: %s', (query, expected) => {
    expect(slugs(query)).toEqual(expected)
  })

  test('no other year, because 2028 is not a misspelled 2026', () => {
    expect(slugs('2028')).toEqual([])
  })

  test('documents with some of the words if none has all, and says so', () => {
    const all = find('metrics circle', {now, limit: 5})
    expect(all).toMatchObject({isPartial: false, total: 1})
    const some = find('circle zeppelin', {now, limit: 5})
    expect(some.isPartial).toBe(true)
    expect(some.matches[0]?.document.slug).toBe('metrics-circle')
    expect(find('zeppelin 1 2', {now, limit: 5}).total).toBe(0)
  })

  test('small words if it has no others', () => {
    expect(slugs('of the')).toEqual(['metric-systems-of-the-world'])
  })

  test('nothing without a word', () => {
    for (const query of ['', '   ', '?!', '"', '+-*/']) {
      expect(find(query, {now, limit: 5})).toEqual({matches: [], total: 0, isPartial: false})
    }
  })

  test('as many as requested, and counts all', () => {
    const {matches, total} = find('metrics', {now, limit: 3})
    expect(matches).toHaveLength(3)
    expect(total).toBeGreaterThan(3)
  })
})

describe('a query without results', () => {
  test('has similar words of the content, as they are written there', () => {
    expect(find('brdggess', {now, limit: 5}).total).toBe(0)
    expect(similarWords('brdggess')).toEqual(['bridges'])
    expect(similarWords('Jimenoss')).toEqual(['Jiménez'])
  })

  test('has none if no word is near', () => {
    expect(similarWords('xylophone')).toEqual([])
  })
})
