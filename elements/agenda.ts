import type {PublishedEvent} from 'touchpoints/events-json'

import {type CardOptions, eventCard, eventLine} from './eventCard.ts'
import {h, type Markup} from './markup.ts'
import {addDays, dateIn, datesOf, spanOf} from './moments.ts'
import {dayText} from './words.ts'

export type AgendaOptions = Omit<CardOptions, 'date'>

/**
 * Describes events by day, one heading per day. An event of several days appears once: on its first day,
 * or today if it began earlier.
 *
 * @param today - `YYYY-MM-DD`
 */
export function agenda(
  events: readonly PublishedEvent[],
  options: AgendaOptions,
  today: string,
): Markup[] {
  if (events.length === 0) return [empty(options)]
  const {timeZone} = options
  const days = Map.groupBy(byStart(events, timeZone), (event) => {
    const {first} = datesOf(event, timeZone)
    return first < today ? today : first
  })
  // What began earlier is first in order of start, so today is the first day.
  return [...days].map(([date, eventsOfDay]) => dayAgenda(date, eventsOfDay, options))
}

/** Describes the events of one day. */
export function dayAgenda(
  date: string,
  events: readonly PublishedEvent[],
  options: AgendaOptions,
): Markup {
  const {locale, words} = options
  const cards = events.map((event) => eventCard(event, {...options, date}))
  return h(
    'section',
    {class: 'day', part: 'day'},
    h('h3', {}, h('time', {datetime: date}, dayText(date, locale))),
    cards.length > 0
      ? h('ul', {role: 'list'}, ...cards)
      : h('p', {class: 'empty'}, words.say('noEventsOnDay')),
  )
}

/** Describes events in one compact list, a line each. */
export function eventList(events: readonly PublishedEvent[], options: AgendaOptions): Markup[] {
  if (events.length === 0) return [empty(options)]
  const lines = byStart(events, options.timeZone).map((event) => eventLine(event, options))
  return [h('ul', {role: 'list', class: 'list', part: 'list'}, ...lines)]
}

/** Default length of the agenda, in days. */
export const agendaDays = 60

/** Returns the events in progress and those of the coming days. Leaves out what is over. */
export function eventsAhead(
  events: readonly PublishedEvent[],
  {now, days, timeZone}: {now: number; days: number; timeZone: string},
): PublishedEvent[] {
  const end = addDays(dateIn(now, timeZone), days)
  return events.filter((event) => {
    const span = spanOf(event, timeZone)
    return (span.end > now || span.start >= now) && datesOf(event, timeZone).first <= end
  })
}

function byStart(events: readonly PublishedEvent[], timeZone: string): PublishedEvent[] {
  return events.toSorted((a, b) => spanOf(a, timeZone).start - spanOf(b, timeZone).start)
}

function empty({words}: AgendaOptions): Markup {
  return h('p', {class: 'empty'}, words.say('noEvents'))
}
