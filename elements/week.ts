import type {PublishedEvent} from 'touchpoints/events-json'

import {dayCell, dayGrid, eventsOn, type GridOptions, mark} from './dayGrid.ts'
import {h, type Markup, text} from './markup.ts'
import {weekOf} from './moments.ts'
import {badgeOf, shortDayText, timesOnDay, weekText} from './words.ts'

/**
 * Describes a week: a column per day, on a phone a row, with the times and titles of all its events.
 *
 * There is no axis of hours. Events that overlap are below each other and stay readable, a day may
 * have 23 or 25 hours, and a week with three meetings is no empty page.
 */
export function weekGrid(events: readonly PublishedEvent[], options: GridOptions): Markup {
  const days = weekOf(options.selected)
  return dayGrid(weekText(options.selected, options.locale), 'week', undefined, [
    days.map((date) => weekCell(date, events, options)),
  ])
}

function weekCell(date: string, all: readonly PublishedEvent[], options: GridOptions): Markup {
  const events = eventsOn(date, all, options.timeZone)
  return dayCell(date, events.length, options, [
    h('span', {class: 'number', 'aria-hidden': 'true'}, shortDayText(date, options.locale)),
    h(
      'span',
      {class: 'marks'},
      ...events.map((event) => {
        const times = h('span', {class: 'times'}, timesOnDay(event, date, options))
        const badge = badgeOf(event, options.now, options)
        const note = badge && h('span', {class: 'note'}, ` (${badge.text})`)
        return mark(event, [times, ' ', text(event.title), note], options)
      }),
    ),
  ])
}
