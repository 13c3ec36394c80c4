import {addDays} from '@touchpoints/words/dates'

/**
 * Returns a month as whole weeks, Monday first (ISO 8601), including dates of the neighboring months.
 * Each date is `YYYY-MM-DD`.
 *
 * @param month - `YYYY-MM`
 * @example monthGrid('2024-02')[0] // ['2024-01-29', …, '2024-02-04']
 */
export function monthGrid(month: string): string[][] {
  const first = `${month}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: string[][] = []
  for (let monday = addDays(first, -weekday); monday.slice(0, 7) <= month;) {
    const start = monday
    weeks.push(Array.from({length: 7}, (_, day) => addDays(start, day)))
    monday = addDays(monday, 7)
  }
  return weeks
}
