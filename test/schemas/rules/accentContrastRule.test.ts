import {expect, test} from 'vitest'

import {contrastOf, pageBackground, readableOn} from '../../../schemas/appearance/index.ts'
import {accentContrastRule} from '../../../schemas/rules/accentContrastRule.ts'
import {findingsOf} from './findingsOf.ts'

const check = (fields: object) => findingsOf(accentContrastRule, {_type: 'community', ...fields})

test('a color that is readable on the page and under white text gets no finding', () => {
  expect(check({accentColor: '#0b57d0', accentColorDark: '#8ab4f8'})).toEqual([])
})

test('a pale accent color is an error with the measured ratios and a color to use instead', () => {
  const [finding, ...more] = check({accentColor: '#ff8800'})
  expect(finding).toMatchObject({level: 'error', path: ['accentColor']})
  expect(finding?.message).toContain(
    '2.29:1 as a link on the light page and 2.39:1 under white text',
  )
  const [, better = ''] = /Use (#[0-9a-f]{6})/.exec(finding?.message ?? '') ?? []
  expect(check({accentColor: better})).toEqual([])
  expect(more).toEqual([])
})

test('a color is measured on the page too, where it has less contrast than with white', () => {
  const nearly = '#767676'
  expect(contrastOf(nearly, '#ffffff')).toBeGreaterThan(4.5)
  expect(check({accentColor: nearly})[0]?.message).toContain('4.34:1 as a link on the light page')
})

test('a dark color for the dark page is an error at its own field', () => {
  const [finding] = check({accentColorDark: '#0b57d0'})
  expect(finding).toMatchObject({level: 'error', path: ['accentColorDark']})
  const better = readableOn('#0b57d0', pageBackground.dark)
  expect(finding?.message).toContain(`Use ${better}, or another lighter color`)
  expect(contrastOf(better, pageBackground.dark)).toBeGreaterThanOrEqual(4.5)
})

test('no color and a malformed one get no finding, because the format check reports the latter', () => {
  expect(check({})).toEqual([])
  expect(check({accentColor: 'red', accentColorDark: '#FFF'})).toEqual([])
})
