import {expect, test} from 'vitest'

import {regionInTextRule} from '../../../schemas/rules/regionInTextRule.ts'
import {found, refTo, thursdays} from './found.ts'

const named = (title: string, regions: unknown = thursdays['regions']) =>
  found(regionInTextRule, {title, series: refTo('thursdays')}, {others: [{...thursdays, regions}]})

test('a title for regions that its series does not serve is warned about', () => {
  const [finding] = named('AMER & EMEA touchpoint')
  expect(finding).toMatchObject({level: 'warning', path: ['title']})
  expect(finding?.message).toContain('names AMER, but its series is for APAC and EMEA')
})

test('regions of the series, and a series without regions, contradict nothing', () => {
  expect(named('EMEA & APAC touchpoint')).toEqual([])
  expect(named('AMER touchpoint', null)).toEqual([])
})
