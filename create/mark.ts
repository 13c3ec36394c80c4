import type {Answers} from './answers.ts'
import {characters} from './characters.ts'
import {initialsOf} from './readings.ts'

/**
 * Returns an icon with the initials of the community in white on its accent color, as SVG.
 *
 * Its text is drawn with a font of the system, so it needs no font file. An icon of the Studio replaces it.
 */
export function markOf({shortName, accent}: Pick<Answers, 'shortName' | 'accent'>): string {
  const initials = initialsOf(shortName)
  // Three wide capitals, such as MWM, are 2.8 em in the widest of the usual fonts.
  const size = characters(initials).length > 2 ? 58 : 80
  return `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180" viewBox="0 0 180 180">
  <rect width="180" height="180" rx="40" fill="${accent}"/>
  <text x="90" y="90" dy=".36em" fill="#ffffff" font-family="system-ui, sans-serif" font-size="${size}" font-weight="600" text-anchor="middle">${initials}</text>
</svg>
`
}
