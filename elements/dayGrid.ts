import type {PublishedEvent} from 'touchpoints/events-json'

import {type Child, h, type Markup} from './markup.ts'
import {addDays, addMonths, datesOf, daysAfterMonday, spanOf} from './moments.ts'
import {dayText, type DisplayOptions} from './words.ts'

export interface GridOptions extends DisplayOptions {
  /** Milliseconds since the epoch. */
  now: number
  /** `YYYY-MM-DD` */
  today: string
  /** `YYYY-MM-DD` */
  selected: string
  /** Returns the color that marks an event. */
  colorOf(event: PublishedEvent): string | undefined
}

/**
 * Describes days as a WAI-ARIA grid: one Tab stop, and arrow keys that move by day and week. A screen
 * reader reads a cell's date and the number of events.
 */
export function dayGrid(
  title: string,
  part: 'week' | 'month',
  head: Child,
  rows: readonly Markup[][],
): Markup {
  const body = rows.map((cells) => h('tr', {role: 'row'}, ...cells))
  const attributes = {role: 'grid', class: part, part, 'aria-label': title}
  return h('table', attributes, head, h('tbody', {role: 'rowgroup'}, ...body))
}

/** Describes the cell of a day. */
export function dayCell(
  date: string,
  count: number,
  {today, selected, locale, words}: GridOptions,
  content: readonly Markup[],
): Markup {
  const isToday = date === today && words.say('today')
  const counted = words.say('events', {count: String(count)})
  const label = [dayText(date, locale), isToday, counted].filter(Boolean).join(', ')
  return h(
    'td',
    {
      role: 'gridcell',
      'data-date': date,
      'data-key': `day ${date}`,
      tabindex: date === selected ? '0' : '-1',
      'aria-selected': String(date === selected),
      'aria-current': date === today ? 'date' : undefined,
    },
    h('span', {class: 'label'}, label),
    ...content,
  )
}

/** Describes an event in a cell. */
export function mark(event: PublishedEvent, content: Child[], options: GridOptions): Markup {
  const cancelled = event.status === 'cancelled' ? 'cancelled-event' : ''
  return {
    ...h('span', {class: `mark ${cancelled}`, part: 'mark'}, ...content),
    color: options.colorOf(event),
  }
}

/** Returns the events of a day in order of their start. What began on an earlier day is first. */
export function eventsOn(
  date: string,
  events: readonly PublishedEvent[],
  timeZone: string,
): PublishedEvent[] {
  return events
    .filter((event) => {
      const {first, last} = datesOf(event, timeZone)
      return first <= date && date <= last
    })
    .toSorted((a, b) => spanOf(a, timeZone).start - spanOf(b, timeZone).start)
}

/**
 * Returns the day that a key moves to, as in the WAI-ARIA date grid: arrows move by day and week, Home and
 * End within the week, Page Up and Page Down by page, and with Shift by year. Left and right follow
 * the direction in which the days are laid out.
 */
export function dateByKey(
  date: string,
  {key, shiftKey}: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  {dir, unit}: {dir: 'ltr' | 'rtl'; unit: 'week' | 'month'},
): string | undefined {
  const forward = dir === 'rtl' ? -1 : 1
  // A week is one row, and on a phone one column.
  const row = unit === 'week' ? 1 : 7
  const days = {
    ArrowLeft: -forward,
    ArrowRight: forward,
    ArrowUp: -row,
    ArrowDown: row,
    Home: -daysAfterMonday(date),
    End: 6 - daysAfterMonday(date),
    Enter: 0,
    ' ': 0,
  }
  const step = new Map(Object.entries(days)).get(key)
  if (step !== undefined) return addDays(date, step)
  if (key === 'PageUp') return turnPage(date, -1, shiftKey ? 'year' : unit)
  if (key === 'PageDown') return turnPage(date, 1, shiftKey ? 'year' : unit)
  return undefined
}

/** Returns the same day on another page: the last of a month that is shorter. */
export function turnPage(date: string, pages: number, unit: 'week' | 'month' | 'year'): string {
  if (unit === 'week') return addDays(date, 7 * pages)
  const month = addMonths(date.slice(0, 7), unit === 'year' ? 12 * pages : pages)
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = `${month}-${date.slice(8)}`
  return same < last ? same : last
}
