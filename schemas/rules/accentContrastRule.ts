import {contrastOf, pageBackground, readableOn, textContrast} from '../appearance/contrast.ts'
import {color} from '../scalars.ts'
import type {Rule} from './finding.ts'

/**
 * Reports an accent color that is not readable: as a link on the page, or under the white text of a button.
 */
export const accentContrastRule = {
  code: 'low-contrast',
  check: ({accentColor, accentColorDark}) => [
    ...unreadable('accentColor', accentColor, [
      {use: 'as a link on the light page', other: pageBackground.light},
      {use: 'under white text', other: '#ffffff'},
    ]),
    ...unreadable('accentColorDark', accentColorDark, [
      {use: 'as a link on the dark page', other: pageBackground.dark},
    ]),
  ],
} as const satisfies Rule

interface Use {
  use: string
  /** The other one of the two colors. */
  other: string
}

function unreadable(field: string, value: unknown, uses: readonly [Use, ...Use[]]) {
  const result = color.safeParse(value)
  if (!result.success) return []
  const low = uses
    .map(({use, other}) => ({use, other, ratio: contrastOf(result.data, other)}))
    .filter(({ratio}) => ratio < textContrast)
    .toSorted((a, b) => a.ratio - b.ratio)
  const [lowest] = low
  if (!lowest) return []
  const measured = low.map(({use, ratio}) => `${rounded(ratio)}:1 ${use}`).join(' and ')
  const better = readableOn(result.data, lowest.other)
  const message = `The contrast of this color is ${measured}, and text needs ${textContrast}:1 to be readable (WCAG 2.2 AA). Use ${better}, or another ${field === 'accentColor' ? 'darker' : 'lighter'} color.`
  return [{level: 'error' as const, path: [field], message}]
}

/** Rounds down, so that a color that misses the limit does not seem to reach it. */
function rounded(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2)
}
