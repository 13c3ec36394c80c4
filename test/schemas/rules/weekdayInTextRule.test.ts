import {expect, test} from 'vitest'

import {weekdayInTextRule} from '../../../schemas/rules/weekdayInTextRule.ts'
import {at, found} from './found.ts'

const schedule = at('2025-05-27T16:00:00Z')
const said = (summary: string) =>
  found(weekdayInTextRule, {schedule, summary}).map(({message}) => message)

test.each([
  'Join us on Monday, May 27',
  'Join us on Monday 27 May 2025',
  'May, Monday 27th',
  'On Monday the 27th of May',
])('“%s” is a Tuesday', (summary) => {
  expect(said(summary)).toEqual([expect.stringContaining('2025-05-27 is a Tuesday')])
})

test('another date is measured against its own weekday', () => {
  expect(said('The recording follows on Thursday, May 29')).toEqual([])
  expect(said('The recording follows on Friday, May 29')).toHaveLength(1)
})

test('a weekday alone is measured against the session’s', () => {
  expect(said('Our Monday touchpoint')).toEqual([
    expect.stringContaining('2025-05-27 is a Tuesday'),
  ])
  expect(said('Our Tuesday touchpoint, no longer on a Monday')).toEqual([])
})

test('a day that does not exist, and words that only look like days, say nothing', () => {
  expect(said('On Monday, February 31')).toEqual([])
  expect(said('Sundry monads')).toEqual([])
})
