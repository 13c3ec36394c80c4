import {expect, test} from 'vitest'

import {nightHoursRule} from '../../../schemas/rules/nightHoursRule.ts'
import {at, findingsOf, refTo, thursdays} from './findingsOf.ts'

const check = (start: string, more = {}) =>
  findingsOf(
    nightHoursRule,
    {series: refTo('thursdays'), schedule: at(start), ...more},
    {others: [thursdays]},
  )

test('17:00 in London gets a warning, because it is midnight in a region of the series', () => {
  const [finding] = check('2025-05-27T16:00:00Z')
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'start']})
  expect(finding?.message).toContain('00:00 in APAC')
})

test('noon in London gets no warning, because it is daytime in both regions', () => {
  expect(check('2025-02-13T12:00:00Z')).toEqual([])
})

test('a session of an edition gets no warning, because its sessions divide the regions', () => {
  expect(check('2025-05-27T16:00:00Z', {edition: 'All Hands, spring 2025'})).toEqual([])
})
