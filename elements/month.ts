import type {PublishedEvent} from 'touchpoints/events-json'

import {dayCell, dayGrid, eventsOn, type GridOptions, mark} from './dayGrid.ts'
import {h, type Markup, text} from './markup.ts'
import {datesOf, weeksOf} from './moments.ts'
import {monthText, startText, weekdayText} from './words.ts'

/** Maximum number of event titles in a cell. The agenda below the grid lists all events of the day. */
const maxTitles = 3

/** Describes a month. A cell shows the first event titles. */
export function monthGrid(events: readonly PublishedEvent[], options: GridOptions): Markup {
  const {selected, locale} = options
  const weeks = weeksOf(selected.slice(0, 7))
  const [week = []] = weeks
  const titles = week.map((date) => {
    const abbr = weekdayText(date, locale, 'long')
    const attributes = {scope: 'col', role: 'columnheader', abbr}
    return h('th', attributes, weekdayText(date, locale, 'short'))
  })
  return dayGrid(
    monthText(selected, locale),
    'month',
    h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, ...titles)),
    weeks.map((dates) => dates.map((date) => monthCell(date, events, options))),
  )
}

function monthCell(date: string, all: readonly PublishedEvent[], options: GridOptions): Markup {
  const events = eventsOn(date, all, options.timeZone)
  const outside = date.slice(0, 7) === options.selected.slice(0, 7) ? '' : 'outside'
  return dayCell(date, events.length, options, [
    h('span', {class: `number ${outside}`, 'aria-hidden': 'true'}, String(Number(date.slice(8)))),
    h(
      'span',
      {class: 'marks', 'aria-hidden': 'true'},
      ...events
        .slice(0, maxTitles)
        .map((event) => mark(event, titleOf(event, date, options), options)),
      events.length > maxTitles && h('span', {class: 'more'}, `+${events.length - maxTitles}`),
    ),
  ])
}

/** An event of a day before has no time here. */
function titleOf(event: PublishedEvent, date: string, options: GridOptions): Markup[] {
  const title = text(event.title)
  const isFirst = datesOf(event, options.timeZone).first === date
  if (event.allDay || !isFirst) return [title]
  return [h('span', {}, startText(event, options)), title]
}
