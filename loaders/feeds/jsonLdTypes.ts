/**
 * The part of schema.org's Event that this package writes, https://schema.org/Event. A test proves that
 * each type here is assignable to the types of the `schema-dts` package.
 */
export type EventJsonLd = JsonLdContext & SchemaEvent

/** A series with its known sessions, https://schema.org/EventSeries. */
export interface EventSeriesJsonLd extends JsonLdContext {
  '@type': 'EventSeries'
  name: string
  url: string
  description?: string
  /** Start of the first known session. */
  startDate?: string
  /** End of the last known session. */
  endDate?: string
  organizer?: SchemaOrganization
  subEvent: SchemaEvent[]
}

interface JsonLdContext {
  '@context': 'https://schema.org'
}

/** Any type of schema.org, such as one of your own. */
export interface JsonLd extends JsonLdContext {
  '@type': string
}

export type SchemaEvent = SchemaAttendance & {
  '@type': 'Event'
  name: string
  /** An instant with its zone, a date, or a local time for floating events. */
  startDate: string
  /** Exclusive. */
  endDate: string
  eventStatus: 'https://schema.org/EventCancelled' | 'https://schema.org/EventScheduled'
  url: string
  description?: string
  organizer?: SchemaOrganization
  /** Guests. */
  performer?: SchemaPerson[]
  superEvent?: {'@type': 'EventSeries'; name: string}
}

/** The place of an event and the way to attend, which always agree. */
export type SchemaAttendance =
  | {
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode'
      /** Absent without a public link to join. */
      location?: SchemaVirtualLocation
    }
  | {
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode'
      location: SchemaPlace
    }
  | {
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode'
      location: [SchemaPlace, SchemaVirtualLocation]
    }

interface SchemaVirtualLocation {
  '@type': 'VirtualLocation'
  url: string
}

interface SchemaPlace {
  '@type': 'Place'
  name: string
  address: string
}

export interface SchemaOrganization {
  '@type': 'Organization'
  name: string
  url?: string
}

export interface SchemaPerson {
  '@type': 'Person'
  name: string
  affiliation?: SchemaOrganization
}
