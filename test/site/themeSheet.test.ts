import {expect, test} from 'vitest'

import {contrastOf, pageBackground, textContrast} from '../../schemas/appearance/index.ts'
import {themeSheet} from '../../site/src/community/themeSheet.ts'

const accentOf = (text: string) => /--accent:light-dark\((#\w{6}),(#\w{6})\)/.exec(text)?.slice(1)

test('a community without a color has the colors of the site', () => {
  expect(themeSheet(null)).toBeUndefined()
  expect(themeSheet({accentColor: null, accentColorDark: null})).toBeUndefined()
})

test('readable colors are used as they are', () => {
  const sheet = themeSheet({accentColor: '#8a3b12', accentColorDark: '#ffb36b'})
  expect(accentOf(sheet?.text ?? '')).toEqual(['#8a3b12', '#ffb36b'])
})

test.each([
  ['#ffee00', null],
  [null, '#102030'],
  ['#ffffff', '#000000'],
])('the colors %s and %s are made readable on light and dark pages', (light, dark) => {
  const sheet = themeSheet({accentColor: light, accentColorDark: dark})
  const [onLight = '', onDark = ''] = accentOf(sheet?.text ?? '') ?? []
  expect(contrastOf(onLight, pageBackground.light)).toBeGreaterThanOrEqual(textContrast)
  expect(contrastOf(onDark, pageBackground.dark)).toBeGreaterThanOrEqual(textContrast)
})

test('another color has another version, so that browsers load it', () => {
  const version = (accentColor: string) => themeSheet({accentColor, accentColorDark: null})?.version
  expect(version('#8a3b12')).toMatch(/^[0-9a-f]{12}$/)
  expect(version('#8a3b12')).not.toBe(version('#8a3b13'))
})
