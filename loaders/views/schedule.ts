import {instant, minutes, timeZone} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {toSecond} from './instant.ts'

/**
 * When a session takes place. `start` and `end` are UTC instants to the second, always written alike
 * (`2024-03-28T13:00:00Z`), so they compare as text; `timeZone` is the zone its organisers speak in.
 */
export const scheduleView = z.pipe(
  z.object({start: instant, timeZone, minutes}),
  z.transform(({start, timeZone, minutes}) => {
    const starts = Date.parse(start)
    return {start: toSecond(starts), end: toSecond(starts + minutes * 60_000), timeZone, minutes}
  }),
)

export type Schedule = z.infer<typeof scheduleView>
