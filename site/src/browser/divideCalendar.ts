import {addDays, datesIn} from '@touchpoints/words/dates'

import {entryDates} from '../calendar/entryDates.ts'
import {pageDates, pageMessage} from './pageWords.ts'
import {todayIn} from './pageNow.ts'
import {setText} from './setText.ts'

/**
 * Divides the calendar of a static site into the days of a zone. The page has its events in the days of the
 * community's zone, and those of the day before and after. Whole days and times without a zone never move.
 *
 * A page that is being parsed has not all days yet. Its calendar is invisible until they are there.
 *
 * @param address - of the page. Links to other months keep its zone
 */
export function divideCalendar(root: Document, zone: string, address: URL): void {
  for (const calendar of root.querySelectorAll<HTMLElement>('[data-in-zone]')) {
    const isShown = calendar.dataset['inZone'] === zone
    const isParsed = root.readyState !== 'loading'
    const visibility = isShown || isParsed ? '' : 'hidden'
    if (calendar.style.visibility !== visibility) calendar.style.visibility = visibility
    if (!isParsed) continue
    keepZone(calendar, address)
    if (isShown) continue
    divideAgenda(calendar, zone, todayIn(root, zone))
    divideMonth(calendar, zone)
    countCalendars(calendar)
    calendar.dataset['inZone'] = zone
  }
}

/** Lists each event once, on its first date that the agenda has. */
function divideAgenda(calendar: HTMLElement, zone: string, today: string): void {
  const days = new Map(
    [...calendar.querySelectorAll<HTMLElement>('[data-day]')].map((day) => [
      day.dataset['day'] ?? '',
      day,
    ]),
  )
  const dates = [...days.keys()].toSorted()
  const from = dates[0] ?? ''
  for (const [, [entry, ...others]] of entriesOf(calendar, '[data-day]')) {
    for (const other of others) other.remove()
    if (!entry) continue
    const [first, last] = datesOf(entry, zone)
    // What began before today and goes on is listed today.
    const begin = first < today && today <= last && days.has(today) ? today : first
    const date = begin < from ? from : begin
    writeTime(entry, {zone, continued: date !== first})
    days.get(date)?.querySelector('.day-events')?.append(entry)
  }
  for (const day of days.values()) {
    const list = day.querySelector<HTMLElement>('.day-events')
    if (!list) continue
    sortEntries(list)
    const keys = [...list.children].flatMap((each) => keysOf(each))
    day.dataset['in'] = [...new Set(keys)].join(' ')
    day.hidden = list.children.length === 0 || day.dataset['outside'] !== undefined
  }
  const isEmpty = [...days.values()].every(({hidden}) => hidden)
  calendar.querySelector('.agenda-none')?.toggleAttribute('hidden', !isEmpty)
}

/** Shows each event in all of its dates that the month has. */
function divideMonth(calendar: HTMLElement, zone: string): void {
  const cells = new Map(
    [...calendar.querySelectorAll<HTMLElement>('.month [data-date]')].map((cell) => [
      cell.dataset['date'] ?? '',
      cell,
    ]),
  )
  const spare = calendar.querySelector('.month-spare')
  for (const [, entries] of entriesOf(calendar, '.month, .month-spare')) {
    // Only the entry with the button has the title.
    const model = entries.find((entry) => entry.querySelector('button')) ?? entries[0]
    if (!model) continue
    for (const entry of entries) if (entry !== model) entry.remove()
    const [first, last] = datesOf(model, zone)
    const shown = datesBetween(first, last).filter((date) => cells.has(date))
    if (shown.length === 0) spare?.append(model)
    for (const [index, date] of shown.entries()) {
      const entry = index === 0 ? model : model.cloneNode(true)
      if (!(entry instanceof HTMLElement)) continue
      writeTime(entry, {zone, continued: date !== first})
      cells.get(date)?.querySelector('ul')?.append(entry)
    }
  }
  for (const cell of cells.values()) {
    const list = cell.querySelector<HTMLElement>('ul')
    if (!list) continue
    sortEntries(list)
    const isEmpty = list.children.length === 0
    cell.querySelector('a.month-day')?.toggleAttribute('hidden', isEmpty)
    cell.querySelector('span.month-day')?.toggleAttribute('hidden', !isEmpty)
  }
}

/** Groups the entries with a time zone by event. */
function entriesOf(calendar: HTMLElement, within: string): Map<string, HTMLElement[]> {
  const all = [...calendar.querySelectorAll<HTMLElement>('[data-entry]')]
  const own = all.filter((entry) => entry.closest(within))
  return Map.groupBy(own, (entry) => entry.dataset['entry'] ?? '')
}

function datesOf({dataset}: HTMLElement, zone: string): [string, string] {
  return entryDates({start: dataset['start'] ?? '', end: dataset['end'] ?? ''}, zone)
}

function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}

function writeTime(
  entry: HTMLElement,
  {zone, continued}: {zone: string; continued: boolean},
): void {
  const {start = '', end = ''} = entry.dataset
  const dates = pageDates()
  const range = continued
    ? pageMessage('until', dates.clock(end, zone))
    : dates.clockRange(start, end, zone)
  setText(entry.querySelector('.entry-time'), range)
  setText(entry.querySelector('.month-time'), continued ? '' : `${dates.clock(start, zone)} `)
  entry.dataset['at'] = continued ? '' : datesIn('en').clock(start, zone)
}

/** Whole days and what goes on come first, as on the server. */
function sortEntries(list: HTMLElement): void {
  const entries = [...list.querySelectorAll<HTMLElement>(':scope > [data-at]')]
  const at = ({dataset}: HTMLElement) => dataset['at'] ?? ''
  const ordered = entries.toSorted((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b))))
  // What says how many are not shown stays at the end.
  const rest = [...list.children].filter((each) => !each.matches('[data-at]'))
  list.append(...ordered, ...rest)
}

/** Counts the events that the agenda has of each calendar. */
function countCalendars(calendar: HTMLElement): void {
  const shown = [...calendar.querySelectorAll<HTMLElement>('[data-day]:not([hidden]) [data-at]')]
  for (const label of calendar.querySelectorAll<HTMLElement>('.legend [data-calendar]')) {
    const count = shown.filter((entry) => keysOf(entry).includes(label.dataset['calendar'] ?? ''))
    setText(label.querySelector('.quiet'), pageDates().number(count.length))
  }
}

function keysOf(element: Element): string[] {
  return element.getAttribute('data-in')?.split(' ') ?? []
}

function keepZone(calendar: HTMLElement, address: URL): void {
  const zone = address.searchParams.get('zone')
  for (const link of calendar.querySelectorAll<HTMLAnchorElement>('.turn a')) {
    const search = zone === null ? '' : `?${new URLSearchParams({zone}).toString()}`
    if (link.search !== search) link.search = search
  }
}
