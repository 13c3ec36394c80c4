import {expect, test} from 'vitest'

import {
  comingSessions,
  countSteps,
  firstEnd,
  lastEnd,
} from '../../../site/src/ownPages/comingSessions.ts'
import {byYear, pastYears, type SessionEntry} from '../../../site/src/ownPages/sessionIndex.ts'

const now = '2026-11-26T12:00:00Z'
const startOf = (start: string) => start
const starts = ['2026-11-27T10:00:00Z', '2027-01-20T10:00:00Z', '2027-03-01T10:00:00Z']

test('a static site has the sessions of its horizon among the past ones, and a server has none', () => {
  expect(comingSessions(starts, {now, startOf}, true)).toEqual(starts.slice(0, 2))
  expect(comingSessions(starts, {now, startOf}, false)).toEqual([])
})

test('a number of sessions changes when each of them ends, in the order of time', () => {
  const [first, second] = ['2026-11-27T11:00:00Z', '2026-11-28T11:00:00Z'] as const
  expect(countSteps(3, [second, first])).toEqual([
    {count: 3, from: undefined, until: first},
    {count: 4, from: first, until: second},
    {count: 5, from: second, until: undefined},
  ])
  expect(countSteps(2, [first], -1).map(({count}) => count)).toEqual([2, 1])
  expect(countSteps(7, [])).toEqual([{count: 7, from: undefined, until: undefined}])
})

test('instants are compared as times, because one with fractions of a second sorts before as text', () => {
  const ends = ['2026-11-27T11:00:00Z', '2026-11-27T11:00:00.500Z']
  expect([firstEnd(ends), lastEnd(ends)]).toEqual(ends)
  expect([firstEnd([]), lastEnd([])]).toEqual([undefined, undefined])
})

test('a static site has the page of a year before its first session, so that the archive can lead to it', () => {
  const entries = [entry('2027-01-07T10:00:00Z'), entry('2026-11-01T10:00:00Z')]
  const years = (asFile: boolean) =>
    pastYears(byYear(entries, 'UTC'), now, asFile).map((each) => [
      each.year,
      each.entries.length,
      each.coming.length,
    ])
  expect(years(true)).toEqual([
    ['2027', 0, 1],
    ['2026', 1, 0],
  ])
  expect(years(false)).toEqual([['2026', 1, 0]])
})

function entry(start: string): SessionEntry {
  return {
    _id: start,
    updatedAt: start,
    slug: start.slice(0, 10),
    start,
    minutes: 60,
    series: null,
    guests: null,
    topics: [],
    topicNames: [],
  }
}
