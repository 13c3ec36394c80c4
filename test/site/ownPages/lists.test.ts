import {describe, expect, test} from 'vitest'

import {partNumber, partOf} from '../../../site/src/ownPages/pagination.ts'
import {byYear, pastYears} from '../../../site/src/ownPages/sessionIndex.ts'
import {shortText} from '../../../site/src/ownPages/head/shortText.ts'

describe('a list that is too long for one page', () => {
  const items = Array.from({length: 250}, (_, index) => index)

  test('is divided, and the last part has the rest', () => {
    expect(partOf(items)).toMatchObject({page: 1, pages: 3})
    expect(partOf(items, 3)?.items).toHaveLength(50)
  })

  test('has no part after the last, so that the address answers 404', () => {
    expect(partOf(items, 4)).toBeUndefined()
    expect(partOf([], 1)).toEqual({items: [], page: 1, pages: 1})
    expect(partOf([], 2)).toBeUndefined()
  })

  test('has parts with a number, and no other text is one', () => {
    expect(['1', '2', '10', '999'].map(partNumber)).toEqual([1, 2, 10, 999])
    expect(['0', '-1', '1000', '02', '2.5', ' 2', ''].filter(partNumber)).toEqual([])
    expect(partOf(['a'], 0)).toBeUndefined()
  })
})

test('a session on New Year’s Eve belongs to the year of the community', () => {
  const own = {_id: 'a', updatedAt: '', slug: 'a', topics: [], topicNames: []}
  const entry = {...own, minutes: 60, series: null, guests: null}
  const entries = [
    {...entry, start: '2025-12-31T23:30:00Z'},
    {...entry, start: '2025-12-31T10:00:00Z'},
  ]
  const years = (zone: string) => byYear(entries, zone).map(({year}) => year)
  expect(years('UTC')).toEqual(['2025'])
  expect(years('Asia/Tokyo')).toEqual(['2026', '2025'])
})

test('the archive has no session that is still to come, nor a year with only such ones', () => {
  const own = {_id: 'a', updatedAt: '', slug: 'a', topics: [], topicNames: []}
  const starts = ['2027-01-07T10:00:00Z', '2026-12-03T10:00:00Z', '2026-11-26T09:00:00Z']
  const entries = starts.map((start) => ({...own, start, minutes: 60, series: null, guests: null}))
  const past = (now: string) =>
    pastYears(byYear(entries, 'UTC'), now).map(({year, entries: all}) => [year, all.length])
  expect(past('2026-11-26T09:59:00Z')).toEqual([])
  expect(past('2026-11-26T10:00:00Z')).toEqual([['2026', 1]])
})

describe('a description', () => {
  test('ends with a word, because a search engine would cut it anywhere', () => {
    expect(shortText('One two three, four', 15)).toBe('One two three…')
    expect(shortText('One\n two ')).toBe('One two')
  })

  test('of one long word is cut, and never in a letter of two code units', () => {
    expect(shortText('😀'.repeat(300), 10)).toBe(`${'😀'.repeat(9)}…`)
  })
})
