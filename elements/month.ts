import type {PublishedEvent} from 'touchpoints/events-json'

import {h} from './dom.ts'
import {datesOf, formatOf, weeksOf} from './moments.ts'
import {dayText, monthText, type DisplayOptions, timesText} from './words.ts'

export interface MonthOptions extends DisplayOptions {
  /** `YYYY-MM` */
  month: string
  /** `YYYY-MM-DD` */
  today: string
  /** `YYYY-MM-DD` */
  selected: string
  /** Returns the color that marks an event. */
  colorOf(event: PublishedEvent): string | undefined
}

/** Maximum number of event titles in a cell. The agenda below the grid lists all events of the day. */
const maxTitles = 3

/**
 * Renders a month as a WAI-ARIA grid: one Tab stop, and arrow keys that move by day and week. A cell
 * shows event titles. A screen reader reads its date and the number of events.
 */
export function monthGrid(events: readonly PublishedEvent[], options: MonthOptions): HTMLElement {
  const {month, locale} = options
  const weeks = weeksOf(month)
  const [week = []] = weeks
  return h(
    'table',
    {role: 'grid', part: 'month', 'aria-label': monthText(month, locale)},
    h('thead', {}, h('tr', {role: 'row'}, ...week.map((date) => weekdayHeader(date, locale)))),
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

function weekdayHeader(date: string, locale: string): HTMLElement {
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
  const {month, today, selected, locale, words} = options
  const count = words.say('events', {count: String(events.length)})
  const isToday = date === today && words.say('today')
  const label = [dayText(date, locale), isToday, count].filter(Boolean).join(', ')
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
    h('span', {class: 'label'}, label),
    h('span', {class: 'number', 'aria-hidden': 'true'}, String(Number(date.slice(8)))),
    h(
      'span',
      {class: 'marks', 'aria-hidden': 'true'},
      ...events.slice(0, maxTitles).map((event) => mark(event, options)),
      events.length > maxTitles && h('span', {class: 'more'}, `+${events.length - maxTitles}`),
    ),
  )
}

function mark(event: PublishedEvent, options: MonthOptions): HTMLElement {
  const time = event.allDay ? '' : `${timesText({...event, end: event.start}, options)} `
  const cancelled = event.status === 'cancelled' ? 'cancelled-event' : ''
  const element = h('span', {class: `mark ${cancelled}`}, `${time}${event.title}`)
  const color = options.colorOf(event)
  if (color) element.style.setProperty('--mark', color)
  return element
}
