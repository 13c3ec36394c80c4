import {createHash} from 'node:crypto'
import {pageBackground, readableOn} from '@touchpoints/schemas/appearance'
import type {Community} from 'touchpoints'

type Colors = Pick<Community, 'accentColor' | 'accentColorDark'>

/**
 * Returns the style sheet with the community's accent color, or undefined without one. It is a separate file
 * because the page's policy forbids inline styles.
 *
 * A color that is hard to read on the page is darkened or lightened until it is readable. A rule reports it to
 * editors. Without a color for dark pages, the one for light pages is lightened in the same way.
 *
 * Colors are `#rrggbb`. Their view validates them, and no other content gets into the sheet.
 */
export function themeSheet(colors: Colors | null): {text: string; version: string} | undefined {
  const [first, second] = [colors?.accentColor, colors?.accentColorDark]
  const [light, dark] = [first ?? second, second ?? first]
  if (!light || !dark) return undefined
  const [onLight, onDark] = [
    readableOn(light, pageBackground.light),
    readableOn(dark, pageBackground.dark),
  ]
  const text = [
    // The site's own sheet comes later in the page, and has the same rule for `:root`.
    'html:root{',
    `--accent:light-dark(${onLight},${onDark});`,
    '--accent-strong:color-mix(in oklch,var(--accent) 82%,light-dark(black,white));',
    // Text on the accent has the color of the page, which is readable next to it.
    `--on-accent:light-dark(${pageBackground.light},${pageBackground.dark});`,
    '--accent-wash:color-mix(in oklch,var(--accent) 9%,var(--paper))}',
  ].join('')
  return {text, version: createHash('sha256').update(text).digest('hex').slice(0, 12)}
}
