import type {PublishedEvent} from 'touchpoints/events-json'

import {h} from './dom.ts'
import {type CardOptions, eventCard} from './eventCard.ts'
import {datesOf, spanOf} from './moments.ts'
import {dayText} from './words.ts'

export type AgendaOptions = Omit<CardOptions, 'live'> & {
  /** Events in progress. */
  live: readonly PublishedEvent[]
}

/** Renders events by day, one heading per day. An event of several days appears on its first day. */
export function agenda(events: readonly PublishedEvent[], options: AgendaOptions): Node[] {
  if (events.length === 0) return [h('p', {class: 'empty'}, options.words.say('noEvents'))]
  const {timeZone, locale, live} = options
  const days = Map.groupBy(
    events.toSorted((a, b) => spanOf(a, timeZone).start - spanOf(b, timeZone).start),
    (event) => datesOf(event, timeZone).first,
  )
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
