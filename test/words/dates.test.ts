import {describe, expect, test} from 'vitest'

import {dateKey, datesIn, isZone} from '../../words/dates/index.ts'
import {supportedLanguages} from '../../words/index.ts'

const instant = '2024-03-28T13:00:00Z'
const madrid = 'Europe/Madrid'

describe('English dates', () => {
  const dates = datesIn('en')

  test('are British with a 24-hour clock, which is unambiguous in every region', () => {
    expect(dates.longDay(instant, madrid)).toBe('Thursday 28 March 2024')
    expect(dates.shortDay(instant, madrid)).toBe('Thu 28 Mar')
    expect(dates.clock(instant, madrid)).toBe('14:00')
    expect(dates.clock('2024-03-27T23:00:00Z', madrid)).toBe('00:00')
    expect(dates.monthName('2024-03')).toBe('March 2024')
    expect(dates.dayName('2024-03-28')).toBe('Thursday 28 March')
    expect(dates.dateName('2024-03-28')).toBe('28 March 2024')
    expect(dates.shortDate('2024-03-31')).toBe('31 Mar')
    expect(dates.zoneName(instant, madrid)).toBe('Madrid (CET)')
    expect(dates.zoneName(instant, 'UTC')).toBe('UTC')
    expect(dates.dayPart(instant, madrid, 'month')).toBe('Mar')
    expect(datesIn('ja').dayPart(instant, madrid, 'month')).toBe('3月')
    expect(datesIn('ja').dayPart(instant, madrid, 'day')).toBe('28')
    expect(dates.monthNames().slice(0, 2)).toEqual(['January', 'February'])
    expect(dates.weekdayNames('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  })

  test('follow a region that the tag names', () => {
    expect(datesIn('en-US').clock(instant, madrid)).toMatch(/^2:00\sPM$/)
    expect(datesIn('en-US').dateName('2024-03-28')).toBe('March 28, 2024')
  })

  test('say how many days a range continues', () => {
    expect(dates.clockRange(instant, '2024-03-28T14:00:00Z', madrid)).toBe('14:00–15:00')
    expect(dates.clockRange(instant, instant, madrid)).toBe('14:00')
    expect(dates.clockRange(instant, '2024-03-28T23:00:00Z', madrid)).toBe('14:00–00:00')
    expect(dates.clockRange(instant, '2024-03-29T01:00:00Z', madrid)).toBe(
      '14:00–02:00 (+1\u00a0d)',
    )
    expect(dates.clockRange(instant, '2024-03-29T23:00:00Z', madrid)).toBe(
      '14:00–00:00 (+2\u00a0d)',
    )
  })

  test.each([
    [20, '1 minute'],
    [89 * 60, '89 minutes'],
    [90 * 60, '2 hours'],
    [35 * 3600, '35 hours'],
    [36 * 3600, '2 days'],
  ])('write a duration of %d seconds as %s', (seconds, text) => {
    expect(dates.duration(seconds)).toBe(text)
  })
})

test('dates follow each language', () => {
  const texts = supportedLanguages.map((language) => {
    const dates = datesIn(language)
    return [
      dates.longDay(instant, madrid),
      dates.clock(instant, madrid),
      dates.list(['A', 'B', 'C']),
    ]
  })
  expect(texts).toEqual([
    ['Thursday 28 March 2024', '14:00', 'A, B and C'],
    ['jueves, 28 de marzo de 2024', '14:00', 'A, B y C'],
    ['jeudi 28 mars 2024', '14:00', 'A, B et C'],
    ['Donnerstag, 28. März 2024', '14:00', 'A, B und C'],
    ['2024年3月28日木曜日', '14:00', 'A、B、C'],
    ['2024年3月28日星期四', '14:00', 'A、B和C'],
    ['الخميس، 28 مارس 2024', '2:00 م', 'A وB وC'],
  ])
})

test('digits are 0 to 9 in Arabic of every region, so that times of a page look the same', () => {
  expect(datesIn('ar-EG').dateName('2024-03-28')).toContain('2024')
  expect(datesIn('ar-EG').number(1234)).toBe('1,234')
})

test('languages have names in every language', () => {
  expect(datesIn('de').languageName('es')).toBe('Spanisch')
  expect(datesIn('ja').languageName('en')).toBe('英語')
})

test('a zone of a visitor that this runtime does not know is reported', () => {
  expect(isZone('Europe/Madrid')).toBe(true)
  expect(isZone('Europe/Nowhere')).toBe(false)
  expect(isZone('+01:00')).toBe(false)
})

test('a local date differs from the date in UTC around midnight', () => {
  expect(dateKey('2024-03-28T23:30:00Z', madrid)).toBe('2024-03-29')
})

test('whole days and local times are ranges in the form of all others, in each output', () => {
  const {dayRange, localRange} = datesIn('en')
  expect(dayRange('2024-03-28', '2024-03-29')).toBe('Thursday 28 March 2024')
  expect(dayRange('2024-03-28', '2024-03-30')).toBe('Thursday 28 March 2024 – Friday 29 March 2024')
  // An end that is not after the start is wrong. The event has its first day.
  expect(dayRange('2024-03-28', '2024-03-28')).toBe('Thursday 28 March 2024')
  expect(localRange('2024-03-28T14:00:00', '2024-03-28T15:00:00')).toBe('14:00–15:00')
  expect(localRange('2024-03-28T23:00:00', '2024-03-29T01:00:00')).toBe('23:00–01:00 (+1\u00a0d)')
})
