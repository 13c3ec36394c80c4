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
    ['2024-03-28T25:00:00Z', 'no clock shows it'],
    ['2024-03-28', 'a date is no instant'],
    ['2024-03-28T13:00:00+01:00', 'two instants compare as text only when both are in UTC'],
    ['Thu, 28 Mar 2024 13:00:00 GMT', 'only ISO 8601 is read alike everywhere'],
    ['', 'there is nothing to read'],
    [new Date(Number.NaN), 'an invalid Date names no time'],
  ])('refuses %s: %s', (value, _reason) => {
    expect(parseInstant(value)).toBeUndefined()
  })

  test('reads an offset where the caller allows one, because windows are written by people', () => {
    expect(parseInstant('2024-03-28T14:00:00+01:00', {offset: true})).toBe(at)
    expect(parseInstant('2024-03-28T13:00:00Z', {offset: true})).toBe(at)
    expect(parseInstant('2024-02-30T14:00:00+01:00', {offset: true})).toBeUndefined()
  })
})

test('isCalendarDate knows leap years, also before the year 100', () => {
  expect(['2024-02-29', '2000-02-29', '0096-02-29'].every(isCalendarDate)).toBe(true)
  expect(
    ['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '24-01-01'].some(isCalendarDate),
  ).toBe(false)
})
