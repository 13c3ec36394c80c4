import type {PublishedEvent} from './eventsFormat.ts'
import type {
  EventJsonLd,
  EventSeriesJsonLd,
  JsonLd,
  SchemaAttendance,
  SchemaEvent,
  SchemaOrganization,
  SchemaPerson,
} from './jsonLdTypes.ts'

export interface JsonLdOptions {
  /** Page that shows the events, for events without their own page. */
  pageUrl: string
  /** Organizer of the meetings. */
  organizer?: {name: string; url?: string}
}

/**
 * Returns an event as a schema.org Event, for search engines. It contains the join link only if the
 * published event does, which means that everyone may join.
 */
export function eventJsonLd(event: PublishedEvent, options: JsonLdOptions): EventJsonLd {
  return {'@context': 'https://schema.org', ...schemaEvent(event, options)}
}

/** Returns a series with its known sessions as a schema.org EventSeries. */
export function seriesJsonLd(
  series: {title: string; description?: string},
  events: readonly PublishedEvent[],
  options: JsonLdOptions,
): EventSeriesJsonLd {
  const [first] = events
  const last = events.at(-1)
  return {
    '@context': 'https://schema.org',
    '@type': 'EventSeries',
    name: series.title,
    url: options.pageUrl,
    ...(series.description && {description: series.description}),
    ...(first && {startDate: first.start}),
    ...(last && {endDate: last.end}),
    ...organizerOf(options),
    subEvent: events.map((event) => schemaEvent(event, options)),
  }
}

/** Returns text for a `<script type="application/ld+json">`. No title can end the script early. */
export function jsonLdText(value: JsonLd | readonly JsonLd[]): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}

function schemaEvent(event: PublishedEvent, options: JsonLdOptions): SchemaEvent {
  const url = event.url ?? options.pageUrl
  const performers = event.people.filter(({role}) => role === 'guest')
  return {
    '@type': 'Event',
    name: event.title,
    startDate: event.start,
    endDate: event.end,
    eventStatus:
      event.status === 'cancelled'
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
    ...attendance(event),
    url,
    ...(event.description && {description: event.description}),
    ...organizerOf(options),
    ...(performers.length > 0 && {performer: performers.map(personOf)}),
    ...(event.series && {superEvent: {'@type': 'EventSeries', name: event.series.title}}),
  }
}

/**
 * Returns where people attend. The URL of a virtual location is the one "where people can join", see
 * https://developers.google.com/search/docs/appearance/structured-data/event. So an event without
 * a link for everyone has no location. It has no rich result then, which is better than a page where nobody can join.
 */
function attendance({location, joinUrl}: PublishedEvent): SchemaAttendance {
  const online = joinUrl === undefined ? undefined : virtual(joinUrl)
  if (!location || /^https?:\/\//.test(location)) {
    return {
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      ...(online && {location: online}),
    }
  }
  const place = {'@type': 'Place', name: location, address: location} as const
  if (!online) {
    return {
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: place,
    }
  }
  return {
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [place, online],
  }
}

function virtual(url: string) {
  return {'@type': 'VirtualLocation', url} as const
}

function organizerOf({organizer}: JsonLdOptions): {organizer?: SchemaOrganization} {
  if (!organizer) return {}
  const {name, url} = organizer
  return {organizer: {...organizationNamed(name), ...(url && {url})}}
}

function personOf({name, organization}: PublishedEvent['people'][number]): SchemaPerson {
  return {
    '@type': 'Person',
    name,
    ...(organization && {affiliation: organizationNamed(organization)}),
  }
}

function organizationNamed(name: string): SchemaOrganization {
  return {'@type': 'Organization', name}
}
