import {expect, test} from 'vitest'

import type {StoredSeries} from '../../../studio/series/readSeries.ts'
import {gaps, seriesGaps, sessionIdOf} from '../../../studio/series/seriesGaps.ts'

const now = '2026-03-01T00:00:00Z'

function weekly(id: string, day: 'MO' | 'TH', fields: Partial<StoredSeries> = {}): StoredSeries {
  return {
    id,
    title: id,
    slug: id,
    defaultLinks: {},
    needsSessions: true,
    sessions: [],
    cadence: {
      slots: [
        {
          frequency: 'weekly',
          interval: 1,
          weekdays: [day],
          time: '12:00',
          timeZone: 'UTC',
          startDate: '2026-01-01',
        },
      ],
      exceptions: [],
      breaks: [],
    },
    ...fields,
  }
}

test('a date is a gap in the next eight weeks, and not later', () => {
  const dates = gaps([weekly('a', 'MO')], now).map(({start}) => start.slice(0, 10))
  expect(dates).toHaveLength(8)
  expect([dates[0], dates.at(-1)]).toEqual(['2026-03-02', '2026-04-20'])
})

test('a date with a session is no gap', () => {
  const sessions = [{start: '2026-03-02T13:00:00Z', timeZone: 'UTC', minutes: 60}]
  const [first] = gaps([weekly('a', 'MO', {sessions})], now)
  expect(first?.start).toBe('2026-03-09T12:00:00Z')
})

test('the series with the most urgent date is first, and those without a gap are left out', () => {
  const series = [
    weekly('thursdays', 'TH'),
    weekly('mondays', 'MO'),
    weekly('standing', 'MO', {needsSessions: false}),
    weekly('without a cadence', 'MO', {cadence: undefined}),
  ]
  expect(seriesGaps(series, now).map(([{series: each}]) => each.id)).toEqual([
    'mondays',
    'thursdays',
  ])
})

test('the id of a gap’s session is stable, so that two editors create one session', () => {
  const [gap] = gaps([weekly('a', 'MO')], now)
  expect(gap && sessionIdOf(gap)).toBe('session-a-202603021200')
})
