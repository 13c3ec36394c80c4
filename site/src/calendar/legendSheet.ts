import {createHash} from 'node:crypto'

import type {Calendar} from '../meetings/pageContent.ts'
import {ownKey} from './legend.ts'

/**
 * Colours and switches as a style sheet of their own, for a page that may hold none: a calendar that
 * is switched off hides its events without a script, and an event of two calendars stays until both
 * are off. Days empty out by the same rule.
 *
 * Keys are slugs and colours `#rrggbb`, both checked by their views; nothing else of the content
 * gets into it.
 */
export function legendSheet(calendars: readonly Calendar[]): {text: string; version: string} {
  const sorted = calendars.toSorted((a, b) => (a.slug < b.slug ? -1 : Number(a.slug > b.slug)))
  const colours = sorted.map(({slug, colour}) => `[data-calendar='${slug}']{--calendar:${colour}}`)
  const shown = [ownKey, ...sorted.map(({slug}) => slug)].map(
    (key) => `.calendar:has([name='calendar'][value='${key}']:checked) [data-in~='${key}']`,
  )
  const text = [...colours, `.calendar [data-in]:not(${shown.join(',')}){display:none}`].join('\n')
  return {text, version: createHash('sha256').update(text).digest('hex').slice(0, 12)}
}
