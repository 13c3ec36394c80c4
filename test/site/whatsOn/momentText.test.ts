import {datesIn} from '@touchpoints/words/dates'
import {describe, expect, test} from 'vitest'

import {
  announcedText,
  clockText,
  listedDay,
  listOrder,
} from '../../../site/src/whatsOn/momentText.ts'

const dates = datesIn('en')
/** A Thursday evening in Madrid. */
const call = {start: '2026-12-10T18:00:00Z', end: '2026-12-10T19:00:00Z'}
const conference = {start: '2026-12-10', end: '2026-12-12'}
const dinner = {start: '2026-12-10T18:00:00', end: '2026-12-10T19:00:00'}

describe('the day of a meeting', () => {
  test.each([
    ['Europe/Madrid', '2026-12-10'],
    ['America/Los_Angeles', '2026-12-10'],
    ['Asia/Tokyo', '2026-12-11'],
  ])('in %s is %s, because a Thursday evening in Madrid is a Friday in Tokyo', (zone, day) => {
    expect(listedDay(call, zone, '2026-12-01')).toBe(day)
  })

  test.each(['Europe/Madrid', 'Asia/Tokyo', 'America/Los_Angeles'])(
    'without a zone is the same in %s, because it follows no clock',
    (zone) => {
      expect(listedDay(conference, zone, '2026-12-01')).toBe('2026-12-10')
      expect(listedDay(dinner, zone, '2026-12-01')).toBe('2026-12-10')
    },
  )

  test('is today for what began earlier, so that the list begins today', () => {
    expect(listedDay(conference, 'UTC', '2026-12-11')).toBe('2026-12-11')
    expect(listedDay(call, 'UTC', '2026-12-11')).toBe('2026-12-11')
  })
})

describe('the text of a time', () => {
  const at = (timeZone: string, today: string) =>
    clockText(call, {timeZone, today, dates, until: 'until {time}'})

  test('is the time in the zone shown, and the end of what began on an earlier day', () => {
    expect(at('Asia/Tokyo', '2026-12-01')).toBe('03:00–04:00')
    expect(at('Asia/Tokyo', '2026-12-12')).toBe('until 04:00')
  })

  const announced = (shown: string, announced = 'Europe/Madrid') =>
    announcedText(call, {announced, shown, dates, dateTime: '{date}, {time}'})

  test('in the zone of the announcement has the day only if it differs', () => {
    expect(announced('Asia/Tokyo')).toBe('Thu 10 Dec, 19:00–20:00 Madrid')
    expect(announced('America/Los_Angeles')).toBe('19:00–20:00 Madrid')
  })

  test('in the zone of the announcement is absent where clocks show the same', () => {
    expect(announced('Europe/Madrid')).toBeUndefined()
    expect(announced('Europe/Paris')).toBeUndefined()
  })
})

test('whole days come before the times of their day, in each zone', () => {
  const order = (zone: string) =>
    [call, dinner, conference].toSorted((a, b) =>
      listOrder(a, zone, '2026-12-01').localeCompare(listOrder(b, zone, '2026-12-01')),
    )
  expect(order('Europe/Madrid')).toEqual([conference, dinner, call])
  expect(order('America/Los_Angeles')).toEqual([conference, call, dinner])
  expect(order('Asia/Tokyo')).toEqual([conference, dinner, call])
})
