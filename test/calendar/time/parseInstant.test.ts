import {describe, expect, test} from 'vitest'

import {isCalendarDate, parseInstant} from '../../../calendar/time/index.ts'

const at = Date.UTC(2024, 2, 28, 13)

describe('parseInstant', () => {
  test.each([
    '2024-03-28T13:00:00Z',
    '2024-03-28T13:00Z',
    '2024-03-28T13:00:00.000Z',
    '2024-03-28T13:00:00.000000000Z',
    new Date(at),
  ])('reads %s, because the Content Lake stores instants in each of these forms', (value) => {
    expect(parseInstant(value)).toBe(at)
  })

  test.each([
    ['2024-03-28T13:00:00', 'Date.parse would read it as the host’s local time'],
    ['2024-02-30T13:00:00Z', 'Date.parse would read it as the first of March'],
    ['2024-03-28T25:00:00Z', 'hour 25 does not exist'],
    ['2024-03-28', 'a date is not an instant'],
    ['2024-03-28T13:00:00+01:00', 'two instants compare as text only when both are in UTC'],
    ['Thu, 28 Mar 2024 13:00:00 GMT', 'only ISO 8601 is parsed the same everywhere'],
    ['', 'an empty text is not an instant'],
    [new Date(Number.NaN), 'an invalid Date is not an instant'],
  ])('rejects %s: %s', (value, _reason) => {
    expect(parseInstant(value)).toBeUndefined()
  })

  test('accepts an offset if the caller allows it, because people write windows', () => {
    expect(parseInstant('2024-03-28T14:00:00+01:00', {offset: true})).toBe(at)
    expect(parseInstant('2024-03-28T13:00:00Z', {offset: true})).toBe(at)
    expect(parseInstant('2024-02-30T14:00:00+01:00', {offset: true})).toBeUndefined()
  })
})

test('isCalendarDate handles leap years, also before the year 100', () => {
  expect(['2024-02-29', '2000-02-29', '0096-02-29'].every(isCalendarDate)).toBe(true)
  expect(
    ['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '24-01-01'].some(isCalendarDate),
  ).toBe(false)
})
