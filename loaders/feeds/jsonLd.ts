import type {PublishedEvent} from './eventsFormat.ts'
import type {
  EventJsonLd,
  EventSeriesJsonLd,
  SchemaAttendance,
  SchemaEvent,
  SchemaOrganization,
  SchemaPerson,
} from './jsonLdTypes.ts'

export interface JsonLdOptions {
  /** The page that shows it, for events without a page of their own. */
  pageUrl: string
  /** Who holds the meetings. */
  organizer?: {name: string; url?: string}
}

/**
 * schema.org's Event, as search engines read it from a page. The link to join stands in it only
 * where the published event has one, and that is where it is open to everyone.
 */
export function eventJsonLd(event: PublishedEvent, options: JsonLdOptions): EventJsonLd {
  return {'@context': 'https://schema.org', ...schemaEvent(event, options)}
}

/** A series with the sessions of it that are known. */
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

/** For a `<script type="application/ld+json">`: no title can end the script early. */
export function jsonLdText(value: EventJsonLd | EventSeriesJsonLd): string {
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
    ...attendance(event, url),
    url,
    ...(event.description && {description: event.description}),
    ...organizerOf(options),
    ...(performers.length > 0 && {performer: performers.map(personOf)}),
    ...(event.series && {superEvent: {'@type': 'EventSeries', name: event.series.title}}),
  }
}

function attendance({location, joinUrl}: PublishedEvent, url: string): SchemaAttendance {
  const online = {'@type': 'VirtualLocation', url: joinUrl ?? url} as const
  if (!location || /^https?:\/\//.test(location)) {
    return {
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: online,
    }
  }
  const place = {'@type': 'Place', name: location, address: location} as const
  if (!joinUrl) {
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
