import {describe, expect, test} from 'vitest'
import {parseDate, parseDuration} from '../../../calendar/text/values.ts'

describe('parseDate', () => {
  test.each([
    ['20240229', {wall: Date.UTC(2024, 1, 29), dateOnly: true, utc: false}],
    ['20240301T103015', {wall: Date.UTC(2024, 2, 1, 10, 30, 15), dateOnly: false, utc: false}],
    ['20240301T103015Z', {wall: Date.UTC(2024, 2, 1, 10, 30, 15), dateOnly: false, utc: true}],
    ['20240301t1030z', {wall: Date.UTC(2024, 2, 1, 10, 30), dateOnly: false, utc: true}],
    [' 20240301 ', {wall: Date.UTC(2024, 2, 1), dateOnly: true, utc: false}],
    ['00010101', {wall: Date.parse('0001-01-01T00:00:00Z'), dateOnly: true, utc: false}],
  ])('reads %s', (text, date) => {
    expect(parseDate(text)).toEqual(date)
  })

  test('reads second 60 as 59, because there are no leap seconds here', () => {
    expect(parseDate('20161231T235960Z')?.wall).toBe(Date.UTC(2016, 11, 31, 23, 59, 59))
  })

  test.each([
    '',
    'hello',
    '20240230',
    '20230229',
    '20241301',
    '2024-03-01',
    '20240301T',
    '20240301T250000',
    '20240301T106000',
    '20240301Z',
    '20240301T103015X',
    '20240301T103015ZZ',
    '+2024030',
  ])('rejects "%s", which is not a date', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

describe('parseDuration', () => {
  test.each([
    ['P1W', {days: 7, ms: 0}],
    ['P1DT2H3M4S', {days: 1, ms: 7_384_000}],
    ['PT24H', {days: 0, ms: 86_400_000}],
    ['-P1D', {days: -1, ms: -0}],
    ['+pt5m', {days: 0, ms: 300_000}],
  ])('reads %s and keeps nominal days separate from exact hours', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration)
  })

  test.each(['', 'P', 'PT', 'PXYZ', 'P1M', '1D', 'P1H', `P${'9'.repeat(400)}D`])(
    'rejects "%s", which is not a duration',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )
})
