import type {PublishedEvent} from 'touchpoints/events-json'

import {h} from './dom.ts'
import {datesOf, formatOf, weeksOf} from './moments.ts'
import {dayText, monthText, type Shown, timesText, words} from './words.ts'

export interface MonthOptions extends Shown {
  /** `YYYY-MM` */
  month: string
  /** Dates, `YYYY-MM-DD`. */
  today: string
  selected: string
  /** The colour an event is marked with. */
  colourOf(event: PublishedEvent): string | undefined
}

/** How many events a cell names; the day below has them all. */
const named = 3

/**
 * A month as a grid (WAI-ARIA's grid pattern): one stop for Tab, arrows move by day and week. A cell
 * names its events to the eye and says their number and its date to a screen reader.
 */
export function monthGrid(events: readonly PublishedEvent[], options: MonthOptions): HTMLElement {
  const {month, locale} = options
  const weeks = weeksOf(month)
  const [week = []] = weeks
  return h(
    'table',
    {role: 'grid', part: 'month', 'aria-label': monthText(month, locale)},
    h('thead', {}, h('tr', {role: 'row'}, ...week.map((date) => weekdayHead(date, locale)))),
    h(
      'tbody',
      {},
      ...weeks.map((dates) =>
        h('tr', {role: 'row'}, ...dates.map((date) => dayCell(date, eventsOn(date), options))),
      ),
    ),
  )

  function eventsOn(date: string): PublishedEvent[] {
    return events.filter((event) => {
      const {first, last} = datesOf(event, options.timeZone)
      return first <= date && date <= last
    })
  }
}

function weekdayHead(date: string, locale: string | undefined): HTMLElement {
  const at = Date.parse(`${date}T00:00:00Z`)
  const long = formatOf(locale, {timeZone: 'UTC', weekday: 'long'}).format(at)
  const short = formatOf(locale, {timeZone: 'UTC', weekday: 'short'}).format(at)
  return h('th', {scope: 'col', role: 'columnheader', abbr: long}, short)
}

function dayCell(
  date: string,
  events: readonly PublishedEvent[],
  options: MonthOptions,
): HTMLElement {
  const {month, today, selected, locale} = options
  const count = events.length === 1 ? '1 event' : `${events.length} events`
  const isToday = date === today && words.today
  const spoken = [dayText(date, locale), isToday, count].filter(Boolean).join(', ')
  const outside = date.slice(0, 7) !== month
  return h(
    'td',
    {
      role: 'gridcell',
      class: outside ? 'outside' : '',
      'data-date': date,
      'data-key': `day ${date}`,
      tabindex: date === selected ? '0' : '-1',
      'aria-selected': String(date === selected),
      'aria-current': date === today ? 'date' : undefined,
    },
    h('span', {class: 'spoken'}, spoken),
    h('span', {class: 'number', 'aria-hidden': 'true'}, String(Number(date.slice(8)))),
    h(
      'span',
      {class: 'marks', 'aria-hidden': 'true'},
      ...events.slice(0, named).map((event) => mark(event, options)),
      events.length > named && h('span', {class: 'more'}, `+${events.length - named}`),
    ),
  )
}

function mark(event: PublishedEvent, options: MonthOptions): HTMLElement {
  const time = event.allDay ? '' : `${timesText({...event, end: event.start}, options)} `
  const off = event.status === 'cancelled' ? 'off' : ''
  const element = h('span', {class: `mark ${off}`}, `${time}${event.title}`)
  const colour = options.colourOf(event)
  if (colour) element.style.setProperty('--mark', colour)
  return element
}
