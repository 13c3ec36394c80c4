import {expect, test} from 'vitest'

import {nightHoursRule} from '../../../schemas/rules/nightHoursRule.ts'
import {at, found, refTo, thursdays} from './found.ts'

const night = (start: string, more = {}) =>
  found(
    nightHoursRule,
    {series: refTo('thursdays'), schedule: at(start), ...more},
    {others: [thursdays]},
  )

test('17:00 in London is past midnight in a region that the series serves', () => {
  const [finding] = night('2025-05-27T16:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('00:00 in APAC')
})

test('noon in London is by day in both regions', () => {
  expect(night('2025-02-13T12:00:00Z')).toEqual([])
})

test('a slot of an edition leaves the other regions to the other slots', () => {
  expect(night('2025-05-27T16:00:00Z', {edition: 'All Hands, spring 2025'})).toEqual([])
})
