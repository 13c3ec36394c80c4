import {
  calendarFormat,
  eventFormat,
  type PublishedCalendar,
  type PublishedEvent,
} from 'touchpoints/events-json'
import * as z from 'zod/mini'

/** The content of `events.json` that an element shows. */
export interface ReadEvents {
  title: string
  calendars: PublishedCalendar[]
  events: PublishedEvent[]
  /** Milliseconds since the epoch. */
  nextChangeAt?: number
  /** URL of one event's iCalendar file, relative to `events.json`. `{id}` is the event's id. */
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
 * Reads `events.json`. Skips an event that does not match the format, because the page can be older than
 * the document.
 *
 * @throws Error if the value is not an `events.json` document of version 1
 */
export function readEvents(value: unknown): ReadEvents {
  const parsed = outline.safeParse(value)
  if (!parsed.success) {
    throw new Error(
      'The response is not an events.json document of version 1. Check the URL in "src".',
    )
  }
  const {title, nextChangeAt, eventFile, calendars, events} = parsed.data
  const at = Date.parse(nextChangeAt ?? '')
  return {
    title,
    calendars: validItems(calendarFormat, calendars),
    events: events.flatMap(readEvent),
    ...(!Number.isNaN(at) && {nextChangeAt: at}),
    ...(eventFile && {eventFile}),
  }
}

/**
 * Returns a valid event. Without the values that a community adds, if only these are not valid. Not with
 * zod's `catch`, which is 2.9 kB compressed.
 */
function readEvent(item: unknown): PublishedEvent[] {
  const [event] = validItems(eventFormat, [item, {...Object(item), extra: undefined}])
  return event ? [event] : []
}

function validItems<Schema extends z.ZodMiniType>(schema: Schema, items: unknown[]) {
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}
