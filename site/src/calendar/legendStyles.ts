import type {LegendEntry} from './legend.ts'

/**
 * Colours and switches as CSS: a calendar that is switched off hides its events without a script,
 * and an event of two calendars stays until both are off. Days empty out by the same rule.
 *
 * Keys are slugs and colours `#rrggbb`, both checked by their views; nothing else of the content
 * gets into the style sheet.
 */
export function legendStyles(entries: readonly LegendEntry[]): string {
  const colours = entries.flatMap(({key, colour}) =>
    colour ? [`[data-calendar='${key}']{--calendar:${colour}}`] : [],
  )
  const shown = entries.map(
    ({key}) => `.calendar:has([name='calendar'][value='${key}']:checked) [data-in~='${key}']`,
  )
  if (shown.length === 0) return colours.join('\n')
  return [...colours, `.calendar [data-in]:not(${shown.join(',')}){display:none}`].join('\n')
}
