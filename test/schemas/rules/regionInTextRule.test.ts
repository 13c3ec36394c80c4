import {expect, test} from 'vitest'

import {regionInTextRule} from '../../../schemas/rules/regionInTextRule.ts'
import {community, findingsOf, refTo, thursdays} from './findingsOf.ts'

const check = (title: string, regions: unknown = thursdays['regions'], own: object = {}) =>
  findingsOf(
    regionInTextRule,
    {title, series: refTo('thursdays')},
    {
      others: [
        {...thursdays, regions},
        {...community, ...own},
      ],
    },
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

test('the community’s own regions are known, and only as words of their own', () => {
  const regions = ['Nord', 'Süd/West'].map((code) => ({code, timeZone: 'Europe/Berlin'}))
  expect(check('Treffen Süd/West', ['Nord'], {regions})).toHaveLength(1)
  expect(check('Treffen Nordsee', ['Süd/West'], {regions})).toEqual([])
  expect(check('AMER touchpoint', ['Nord'], {regions})).toEqual([])
})

test.each(['Americas touchpoint', 'amer and emea', 'Treffen für Amerika', 'Sesión de América'])(
  '“%s” gets a warning, because it names the region in other words',
  (title) => {
    expect(check(title)).toHaveLength(1)
  },
)
