import {ordinals, type Recurrence} from '@touchpoints/calendar/time'
import * as z from 'zod/mini'

import * as scalars from '../scalars.ts'

const recurrence = z.object({
  frequency: scalars.frequency,
  interval: scalars.interval,
  weekdays: z.array(scalars.weekday),
  ordinal: z.optional(z.nullable(scalars.ordinal)),
  time: scalars.wallTime,
  timeZone: scalars.timeZone,
  startDate: scalars.calendarDate,
  endDate: z.optional(z.nullable(scalars.calendarDate)),
})

/** Reads a stored recurrence. Returns undefined if it is incomplete or malformed. */
export function recurrenceOf(value: unknown): Recurrence | undefined {
  const result = z.safeParse(recurrence, value)
  if (!result.success) return undefined
  const ordinal = ordinals.find((each) => each === result.data.ordinal) ?? null
  return {...result.data, ordinal}
}
