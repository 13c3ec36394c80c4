import {instant, minutes, timeZone} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {minutesAfter} from './instant.ts'

export const scheduleView = z.pipe(
  z.object({start: instant, timeZone, minutes}),
  z.transform(({start, timeZone, minutes}) => ({
    start: minutesAfter(start, 0),
    end: minutesAfter(start, minutes),
    timeZone,
    minutes,
  })),
)

/** When a session takes place. */
export interface Schedule {
  /**
   * UTC instant at which the session starts, to the second: `2024-03-28T13:00:00Z`. All instants have
   * this form, so that they can be compared as text.
   */
  start: string
  /** UTC instant at which it ends, in the same form: `start` plus `minutes`. */
  end: string
  /** IANA zone of the organizers, such as `Europe/Madrid`: the zone to show the time in. */
  timeZone: string
  /** Length in minutes, 1 to 1440. */
  minutes: number
}
