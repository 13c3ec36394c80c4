import {expect, test} from 'vitest'

import {nextChange} from '../../calendar/merge/nextChange.ts'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import {feed, occurrence} from './merge/fakes.ts'
import {calendar, event, start} from './hostile/compose.ts'

// More than a call takes as arguments: some 120,000 in Node, and 500,000 in a worker of the test runner.
const many = 600_000

test('the next change of a dense calendar is returned instead of a stack overflow', () => {
  const first = '2024-03-28T13:00:00Z'
  const window = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
  const [shown] = mergeEvents([feed('a', [occurrence(first)])], window).events
  if (!shown) throw new Error('The calendar has one event.')
  const startMs = Date.parse(first)
  const span = {start: first, end: first, allDay: false, floating: false, startMs, endMs: startMs}
  const dense = Array.from({length: many}, () => ({event: shown, span}))
  const march = {from: Date.parse(window.from), to: Date.parse(window.to), timeZone: 'UTC'}
  const at = nextChange(dense, march, startMs - 60_000, () => dense)
  expect(at).toBe(startMs)
})

test('a list of added dates may have any length', () => {
  const dates = Array.from({length: many}, () => '20240302T120000Z').join(',')
  const text = calendar(event('bad', [start, `RDATE:${dates}`]))
  const {occurrences} = parseCalendar(text).between('2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z')
  expect(occurrences.map((each) => each.start)).toEqual([
    '2024-03-01T12:00:00Z',
    '2024-03-02T12:00:00Z',
  ])
})
