import {expect, test} from 'vitest'

import {momentList, readMoments} from '../../../site/src/whatsOn/momentList.ts'
import {weekAhead} from '../../../site/src/whatsOn/weekAhead.ts'

const call = {start: '2026-12-10T18:00:00Z', end: '2026-12-10T19:00:00Z'}
const conference = {start: '2026-12-09', end: '2026-12-12'}

test('the week counts a meeting on the day that a visitor has then', () => {
  const days = (zone: string, today: string) =>
    weekAhead([call], zone, today).flatMap(({date, count}) => (count > 0 ? [date] : []))
  expect(days('Europe/Madrid', '2026-12-10')).toEqual(['2026-12-10'])
  expect(days('Asia/Tokyo', '2026-12-10')).toEqual(['2026-12-11'])
})

test('the week counts a meeting once, on its day in the list, also past midnight and when it began before', () => {
  const night = {start: '2026-12-10T23:30:00Z', end: '2026-12-11T01:00:00Z'}
  for (const moment of [night, conference]) {
    expect(weekAhead([moment], 'UTC', '2026-12-10').map(({count}) => count)).toEqual([
      1, 0, 0, 0, 0, 0, 0,
    ])
  }
})

test('an attribute keeps moments as they are', () => {
  expect(readMoments(momentList([call, conference]))).toEqual([call, conference])
  expect(readMoments('')).toEqual([])
})
