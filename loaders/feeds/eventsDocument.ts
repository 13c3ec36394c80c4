import type {EventsDocument, PublishedCalendar, PublishedEvent} from './eventsFormat.ts'

export interface EventsDocumentParts {
  title: string
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
  /** UTC instant. */
  nextChangeAt?: string
  calendars: readonly PublishedCalendar[]
  events: readonly PublishedEvent[]
}

/** Returns the content of `events.json`. `eventsFormat` validates it when it is read. */
export function eventsDocument(parts: EventsDocumentParts): EventsDocument {
  const {title, from, to, nextChangeAt, calendars, events} = parts
  return {
    version: 1,
    title,
    from,
    to,
    ...(nextChangeAt && {nextChangeAt}),
    calendars: [...calendars],
    events: [...events],
  }
}
