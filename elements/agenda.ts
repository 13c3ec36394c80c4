import type {PublishedEvent} from 'touchpoints/events-json'

import {type CardOptions, eventCard, eventLine} from './eventCard.ts'
import {h, type Markup} from './markup.ts'
import {addDays, dateIn, datesOf, spanOf} from './moments.ts'
import {dayText} from './words.ts'

export type AgendaOptions = Omit<CardOptions, 'live'> & {
  /** Events in progress. */
  live: readonly PublishedEvent[]
}

/** Describes events by day, one heading per day. An event of several days appears on its first day. */
export function agenda(events: readonly PublishedEvent[], options: AgendaOptions): Markup[] {
  if (events.length === 0) return [empty(options)]
  const {timeZone, locale, live} = options
  const days = Map.groupBy(byStart(events, timeZone), (event) => datesOf(event, timeZone).first)
  return [...days].map(([date, eventsOfDay]) =>
    h(
      'section',
      {class: 'day', part: 'day'},
      h('h3', {}, h('time', {datetime: date}, dayText(date, locale))),
      h(
        'ol',
        {role: 'list'},
        ...eventsOfDay.map((event) => eventCard(event, {...options, live: live.includes(event)})),
      ),
    ),
  )
}

/** Describes events in one compact list, a line each. */
export function eventList(events: readonly PublishedEvent[], options: AgendaOptions): Markup[] {
  if (events.length === 0) return [empty(options)]
  const {timeZone, live} = options
  const lines = byStart(events, timeZone).map((event) =>
    eventLine(event, {...options, live: live.includes(event)}),
  )
  return [h('ol', {role: 'list', class: 'list', part: 'list'}, ...lines)]
}

/** Default length of the agenda, in days. */
export const agendaDays = 60

/** Returns the events in progress and those of the coming days. */
export function eventsAhead(
  events: readonly PublishedEvent[],
  {now, days, timeZone}: {now: number; days: number; timeZone: string},
): PublishedEvent[] {
  const today = dateIn(now, timeZone)
  const end = addDays(today, days)
  return events.filter((event) => {
    const {first, last} = datesOf(event, timeZone)
    return last >= today && first <= end
  })
}

function byStart(events: readonly PublishedEvent[], timeZone: string): PublishedEvent[] {
  return events.toSorted((a, b) => spanOf(a, timeZone).start - spanOf(b, timeZone).start)
}

function empty({words}: AgendaOptions): Markup {
  return h('p', {class: 'empty'}, words.say('noEvents'))
}
