import {expect, test} from 'vitest'

import {regionInTextRule} from '../../../schemas/rules/regionInTextRule.ts'
import {findingsOf, refTo, thursdays} from './findingsOf.ts'

const check = (title: string, regions: unknown = thursdays['regions']) =>
  findingsOf(
    regionInTextRule,
    {title, series: refTo('thursdays')},
    {others: [{...thursdays, regions}]},
  )

test('a title with a region that the series does not serve gets a warning', () => {
  const [finding] = check('AMER & EMEA touchpoint')
  expect(finding).toMatchObject({level: 'warning', path: ['title']})
  expect(finding?.message).toContain('mentions AMER, but the series is for APAC and EMEA')
})

test('regions of the series and a series without regions get no warning', () => {
  expect(check('EMEA & APAC touchpoint')).toEqual([])
  expect(check('AMER touchpoint', null)).toEqual([])
})
