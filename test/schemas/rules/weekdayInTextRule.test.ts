import {expect, test} from 'vitest'

import {weekdayInTextRule} from '../../../schemas/rules/weekdayInTextRule.ts'
import {at, findingsOf} from './findingsOf.ts'

const schedule = at('2025-05-27T16:00:00Z')
const messages = (summary: string) =>
  findingsOf(weekdayInTextRule, {schedule, summary}).map(({message}) => message)

test.each([
  'Join us on Monday, May 27',
  'Join us on Monday 27 May 2025',
  'May, Monday 27th',
  'On Monday the 27th of May',
])('“%s” gets a warning, because the date is a Tuesday', (summary) => {
  expect(messages(summary)).toEqual([expect.stringContaining('2025-05-27 is a Tuesday')])
})

test('a weekday next to another date is compared with that date', () => {
  expect(messages('The recording follows on Thursday, May 29')).toEqual([])
  expect(messages('The recording follows on Friday, May 29')).toHaveLength(1)
})

test('a weekday without a date is compared with the session’s date', () => {
  expect(messages('Our Monday touchpoint')).toEqual([
    expect.stringContaining('2025-05-27 is a Tuesday'),
  ])
  expect(messages('Our Tuesday touchpoint, no longer on a Monday')).toEqual([])
})

test('a date that does not exist and words that only resemble weekdays get no warning', () => {
  expect(messages('On Monday, February 31')).toEqual([])
  expect(messages('Sundry monads')).toEqual([])
})
