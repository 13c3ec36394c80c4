import {
  calendarFormat,
  eventFormat,
  type PublishedCalendar,
  type PublishedEvent,
} from 'touchpoints/events-json'
import * as z from 'zod/mini'

/** What an element shows. */
export interface ReadEvents {
  title: string
  calendars: PublishedCalendar[]
  events: PublishedEvent[]
  /** Milliseconds of the epoch. */
  nextChangeAt?: number
  /** Where one event's iCalendar file is, from there; `{id}` stands for the event's id. */
  eventFile?: string
}

const outline = z.object({
  version: z.literal(1),
  title: z.string(),
  nextChangeAt: z.optional(z.string()),
  eventFile: z.optional(z.string()),
  calendars: z.array(z.unknown()),
  events: z.array(z.unknown()),
})

/**
 * Reads `events.json`. An event that this version does not understand is left out, not its list: the
 * page may be older than what it reads.
 *
 * @throws Error when it is no such document at all
 */
export function readEvents(value: unknown): ReadEvents {
  const parsed = outline.safeParse(value)
  if (!parsed.success) {
    throw new Error('This is no events.json of version 1: check the address in "src".')
  }
  const {title, nextChangeAt, eventFile, calendars, events} = parsed.data
  const at = Date.parse(nextChangeAt ?? '')
  return {
    title,
    calendars: understood(calendarFormat, calendars),
    events: understood(eventFormat, events),
    ...(!Number.isNaN(at) && {nextChangeAt: at}),
    ...(eventFile && {eventFile}),
  }
}

function understood<Schema extends z.ZodMiniType>(schema: Schema, all: unknown[]) {
  return all.flatMap((each) => {
    const parsed = schema.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}
