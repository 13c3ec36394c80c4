import {
  appearanceRole,
  audience,
  calendarDate,
  color,
  feedUrl,
  httpsUrl,
  instant,
  region,
  timeZone,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/** A local time without a zone, for floating events (RFC 5545 section 3.3.5, form 1). */
const localTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, 'Expected a time without a zone.'))

const moment = z.union([instant, calendarDate, localTime])

const named = z.object({id: z.string(), title: z.string(), slug: z.optional(z.string())})

const personFormat = z.object({
  name: z.string(),
  role: appearanceRole,
  organization: z.optional(z.string()),
})

export const eventFormat = z.object({
  /** The same in every answer that holds this event. */
  id: z.string(),
  /** `touchpoint`: kept by editors; `feed`: from a calendar; `cadence`: only known by its rule. */
  kind: z.enum(['touchpoint', 'feed', 'cadence']),
  title: z.string(),
  /** A UTC instant; a date when `allDay`; a local time without `Z` when `floating`. */
  start: moment,
  /** Likewise; exclusive. */
  end: moment,
  allDay: z.boolean(),
  floating: z.boolean(),
  /** The zone it is announced in; absent when all-day, floating or not known. */
  timeZone: z.optional(timeZone),
  status: z.enum(['confirmed', 'tentative', 'cancelled', 'to-be-announced']),
  cancelReason: z.optional(z.string()),
  description: z.optional(z.string()),
  location: z.optional(z.string()),
  /** The page about it. */
  url: z.optional(z.string()),
  /** Where to join; absent for meetings that are for members only. */
  joinUrl: z.optional(z.string()),
  audience: z.optional(audience),
  topics: z.array(z.string()),
  regions: z.array(region),
  series: z.optional(named),
  workingGroup: z.optional(named),
  /** Ids of the calendars that hold it; empty for what only the editors or a rule know. */
  calendars: z.array(z.string()),
  people: z.array(personFormat),
  organizer: z.optional(z.string()),
  /** When an editor last changed it; absent for what comes from a feed. */
  changedAt: z.optional(instant),
})

export const calendarFormat = z.object({
  id: z.string(),
  title: z.string(),
  color: z.optional(color),
  /** Whether it is the community's own. */
  own: z.boolean(),
  publicUrl: z.optional(httpsUrl),
  feedUrl: z.optional(feedUrl),
  /** `stale`: its last good copy is shown; `unavailable`: there is none. */
  state: z.enum(['ok', 'stale', 'unavailable']),
})

/**
 * `events.json`, version 1: what a page needs to show the calendar and to keep it right by its own
 * clock. A reader ignores properties it does not know; a change that breaks readers gets a new
 * version. docs/sites.md has an example.
 */
export const eventsFormat = z.object({
  version: z.literal(1),
  title: z.string(),
  /** The window: events that overlap [from, to) are here, by start. */
  from: instant,
  to: instant,
  /** When a new copy is worth fetching at the latest. */
  nextChangeAt: z.optional(instant),
  /**
   * Where the iCalendar file of one event is, from this document: `{id}` stands for the event's id. Absent
   * where there is none, as on a host of static files, which would send the whole calendar for it.
   */
  eventFile: z.optional(z.string()),
  calendars: z.array(calendarFormat),
  events: z.array(eventFormat),
})

export type EventsDocument = z.infer<typeof eventsFormat>
export type PublishedEvent = EventsDocument['events'][number]
export type PublishedCalendar = EventsDocument['calendars'][number]
