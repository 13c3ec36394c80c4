import type {EventsDocument, PublishedCalendar, PublishedEvent} from './eventsFormat.ts'

export interface EventsDocumentParts {
  title: string
  /** UTC instants. */
  from: string
  to: string
  nextChangeAt?: string
  calendars: readonly PublishedCalendar[]
  events: readonly PublishedEvent[]
}

/** `events.json`; `eventsFormat` reads it back and says what each property means. */
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
