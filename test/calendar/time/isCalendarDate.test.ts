import {expect, test} from 'vitest'

import {isCalendarDate} from '../../../calendar/time/isCalendarDate.ts'

test('a date exists when a calendar has it, also at the end of a century', () => {
  const years = [0, 4, 99, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999]
  const dates = years.flatMap((year) =>
    range(14).flatMap((month) => range(33).map((day) => ({year, month, day}))),
  )
  const wrong = dates.filter(({year, month, day}) => {
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day)
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    return isCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`) !== exists
  })
  expect(wrong).toEqual([])
})

function range(length: number): number[] {
  return Array.from({length}, (_, index) => index)
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
