import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'

import {contrastOf, pageBackground, readableOn} from '../../../schemas/appearance/index.ts'

describe('the contrast of two colors', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // From the examples of "Understanding WCAG 2.2".
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d, in both orders', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2)
  })
})

describe('a readable color', () => {
  test('is the color itself if it is readable', () => {
    expect(readableOn('#0b57d0', pageBackground.light)).toBe('#0b57d0')
  })

  test.each(['#ffff00', '#ff8800', '#ffffff', '#00ff00', '#7f7f7f'])('exists for %s', (color) => {
    for (const background of Object.values(pageBackground)) {
      expect(contrastOf(readableOn(color, background), background)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

test('the backgrounds are those of the site, so that the measured ratios are what visitors see', () => {
  const path = new URL('../../../site/src/styles/tokens.css', import.meta.url)
  const paper = /--paper:\s*light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\)/.exec(
    readFileSync(path, 'utf8'),
  )
  expect([hexOf(paper?.[1]), hexOf(paper?.[2])]).toEqual([
    pageBackground.light,
    pageBackground.dark,
  ])
})

/** Converts a color in OKLCH to sRGB, `#rrggbb` (CSS Color 4, section 18). */
function hexOf(color = ''): string {
  const [lightness = NaN, chroma = NaN, hue = NaN] = [...color.matchAll(/[\d.]+/g)].map(Number)
  const [a, b] = [Math.cos, Math.sin].map((part) => chroma * part((hue * Math.PI) / 180))
  const cone = (first: number, second: number) =>
    (lightness / 100 + first * (a ?? NaN) + second * (b ?? NaN)) ** 3
  const long = cone(0.3963377774, 0.2158037573)
  const medium = cone(-0.1055613458, -0.0638541728)
  const short = cone(-0.0894841775, -1.291485548)
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  const parts = linear.map((part) => {
    const value = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
