import {
  calendarDate,
  frequency,
  interval,
  ordinal,
  timeZone,
  wallTime,
  weekday,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/** "Thursdays 12:00 in London" as data. Its dates and its words are made elsewhere, from this. */
export const recurrenceView = z.object({
  frequency,
  interval,
  /** Empty for weekly means the weekday of `startDate`. */
  weekdays: z.array(weekday),
  ordinal: z.nullable(ordinal),
  /** Wall clock, `HH:MM`. */
  time: wallTime,
  timeZone,
  startDate: calendarDate,
  endDate: z.nullable(calendarDate),
})

export type Recurrence = z.infer<typeof recurrenceView>
