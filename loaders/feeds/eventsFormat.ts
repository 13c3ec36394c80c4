import {safeUrl, type SafeUrl} from '@touchpoints/calendar/links'
import {
  appearanceRole,
  audience,
  calendarDate,
  color,
  instant,
  regionCode,
  timeZone,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {extraName} from '../extension/checkedExtra.ts'
import type {JsonValue} from '../extension/extension.ts'
import {feedUrl, httpsUrl} from '../views/url.ts'

/** A link that a reader of the document may show. The document can come from another site. */
const link = z.pipe(z.string(), z.transform(safeUrl))

/** Local time without a zone, for floating events (RFC 5545 section 3.3.5, form 1). */
const localTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, 'Expected a time without a zone.'))

const json = z.pipe(
  z.json(),
  z.transform((value): JsonValue => value),
)

const moment = z.union([instant, calendarDate, localTime])

const named = z.object({id: z.string(), title: z.string(), slug: z.optional(z.string())})

const personFormat = z.object({
  name: z.string(),
  role: appearanceRole,
  organization: z.optional(z.string()),
})

export const eventFormat = z.object({
  id: z.string(),
  kind: z.enum(['touchpoint', 'feed', 'cadence']),
  title: z.string(),
  start: moment,
  end: moment,
  allDay: z.boolean(),
  floating: z.boolean(),
  timeZone: z.optional(timeZone),
  status: z.enum(['confirmed', 'tentative', 'cancelled', 'to-be-announced']),
  cancelReason: z.optional(z.string()),
  description: z.optional(z.string()),
  location: z.optional(z.string()),
  url: z.optional(link),
  joinUrl: z.optional(link),
  audience: z.optional(audience),
  topics: z.array(z.string()),
  regions: z.array(regionCode),
  series: z.optional(named),
  workingGroup: z.optional(named),
  calendars: z.array(z.string()),
  people: z.array(personFormat),
  organizer: z.optional(z.string()),
  changedAt: z.optional(instant),
  extra: z.optional(z.readonly(z.record(z.string().check(z.regex(extraName)), json))),
  properties: z.optional(
    z.readonly(z.record(z.string().check(z.regex(/^X-[A-Z0-9-]+$/)), z.string())),
  ),
})

export const calendarFormat = z.object({
  id: z.string(),
  title: z.string(),
  color: z.optional(color),
  own: z.boolean(),
  publicUrl: z.optional(httpsUrl),
  feedUrl: z.optional(feedUrl),
  state: z.enum(['ok', 'stale', 'unavailable']),
})

/**
 * The format of `events.json`, version 1: everything a page needs to show the calendar and to update it
 * by its own clock. Readers must ignore properties they don't know. A breaking change gets a new version.
 * docs/http.md has an example.
 */
export const eventsFormat = z.object({
  version: z.literal(1),
  title: z.string(),
  from: instant,
  to: instant,
  nextChangeAt: z.optional(instant),
  eventFile: z.optional(z.string()),
  calendars: z.array(calendarFormat),
  events: z.array(eventFormat),
})

/** The content of `events.json`, version 1. */
export interface EventsDocument {
  version: 1
  /** Title of the calendar. */
  title: string
  /** Start of the window, a UTC instant, inclusive. */
  from: string
  /** End of the window, a UTC instant, exclusive. */
  to: string
  /** UTC instant at which a new copy is needed at the latest. Absent when not known. */
  nextChangeAt?: string | undefined
  /**
   * Relative address of the iCalendar file of one event, with `{id}` for the event's id. Absent on a
   * static host, which would send the whole calendar.
   */
  eventFile?: string | undefined
  /** Calendars that the events come from. */
  calendars: PublishedCalendar[]
  /** Events that overlap the window, sorted by start. */
  events: PublishedEvent[]
}

/** A calendar as anyone may see it. */
export interface PublishedCalendar {
  /** Id that `calendars` of an event refers to. */
  id: string
  /** Name in the legend. */
  title: string
  /** Color of its events, `#rrggbb`. */
  color?: string | undefined
  /** Whether it belongs to the community. */
  own: boolean
  /** Page on which visitors can view the calendar. */
  publicUrl?: SafeUrl | undefined
  /** Address of the iCalendar feed, `https://`. */
  feedUrl?: SafeUrl | undefined
  /** `stale`: the last good copy is shown. `unavailable`: there is no copy. */
  state: 'ok' | 'stale' | 'unavailable'
}

/** A series or a working group that an event belongs to. */
interface NamedReference {
  /** Document id. */
  id: string
  title: string
  /** Names its feed, as in `calendar.ics?series=…`. Absent when not known. */
  slug?: string | undefined
}

/** A person who takes part in an event. */
interface Participant {
  name: string
  /** Role in this event. */
  role: 'guest' | 'moderator' | 'host'
  /** Name of the employer. */
  organization?: string | undefined
}

/** An event as anyone may see it. */
export interface PublishedEvent {
  /** Stable id: the same in every output that contains the event. */
  id: string
  /** `touchpoint`: from an editor. `feed`: from a calendar. `cadence`: derived from a recurrence only. */
  kind: 'touchpoint' | 'feed' | 'cadence'
  /** Title of the event. */
  title: string
  /** UTC instant. A date, `YYYY-MM-DD`, when `allDay`. A local time without `Z` when `floating`. */
  start: string
  /** End in the same form as `start`, exclusive. */
  end: string
  /** Whether `start` and `end` are dates. */
  allDay: boolean
  /** Whether `start` and `end` are local times that apply in every zone. */
  floating: boolean
  /** IANA zone in which the event is announced. Absent when all-day, floating or not known. */
  timeZone?: string | undefined
  /** `to-be-announced`: a date of a recurrence that no editor has confirmed yet. */
  status: 'confirmed' | 'tentative' | 'cancelled' | 'to-be-announced'
  /** Why it is cancelled. */
  cancelReason?: string | undefined
  /** Plain text. */
  description?: string | undefined
  /** Room, address or link, as plain text. */
  location?: string | undefined
  /** Page about the event. */
  url?: SafeUrl | undefined
  /** Video call. Absent for members' meetings, unless the loader's audience is `members`. */
  joinUrl?: SafeUrl | undefined
  /** Who may attend. Absent when not known. */
  audience?: 'everyone' | 'members' | undefined
  /** Topics of the session, categories of feeds, and categories that the project adds. */
  topics: string[]
  /** Codes of the regions of the series, as in the community document. */
  regions: string[]
  /** Series that the event belongs to. */
  series?: NamedReference | undefined
  /** Working group that holds the event. */
  workingGroup?: NamedReference | undefined
  /** Ids of the calendars that contain the event. Empty when no feed contains it. */
  calendars: string[]
  /** People who take part. Empty for events of feeds. */
  people: Participant[]
  /** Name of the organizer in the feed. */
  organizer?: string | undefined
  /** UTC instant of the last edit. Absent for events of feeds. */
  changedAt?: string | undefined
  /** Values that the project adds, by name. Absent when there are none. See `publish` in touchpoints/extend. */
  extra?: Readonly<Record<string, JsonValue>> | undefined
  /** Non-standard properties of the event in iCalendar files, such as `X-LEVEL`. Absent when there are none. */
  properties?: Readonly<Record<string, string>> | undefined
}
