import {createHash} from 'node:crypto'

import type {Calendar} from '../meetings/pageContent.ts'
import {unlistedKey} from './legend.ts'

/**
 * Returns a style sheet with the calendars' colors and checkbox rules. It is a separate file because the
 * page's policy forbids inline styles. A hidden calendar hides its events without a script. An event of
 * two calendars stays visible until both are hidden. The same rule hides empty days. A calendar without a
 * checkbox is visible: a community without calendars has no legend.
 *
 * Keys are slugs and colors are `#rrggbb`. Their views validate both, and no other content gets into the
 * sheet.
 */
export function legendSheet(calendars: readonly Calendar[]): {text: string; version: string} {
  const sorted = calendars.toSorted((a, b) => (a.slug < b.slug ? -1 : Number(a.slug > b.slug)))
  const colors = sorted.map(({slug, color}) => `[data-calendar='${slug}']{--calendar:${color}}`)
  const shown = [unlistedKey, ...sorted.map(({slug}) => slug)].map(
    (key) =>
      `.calendar:not(:has([name='calendar'][value='${key}']:not(:checked))) [data-in~='${key}']`,
  )
  const text = [...colors, `.calendar [data-in]:not(${shown.join(',')}){display:none}`].join('\n')
  return {text, version: createHash('sha256').update(text).digest('hex').slice(0, 12)}
}
