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

export const recurrenceView = z.object({
  frequency,
  interval,
  weekdays: z.array(weekday),
  ordinal: z.nullable(ordinal),
  time: wallTime,
  timeZone,
  startDate: calendarDate,
  endDate: z.nullable(calendarDate),
})

/** "Thursdays 12:00 in London" as data. Dates and texts are derived from it. */
export interface Recurrence {
  /** Whether `interval` counts weeks or months. */
  frequency: 'weekly' | 'monthly'
  /** Every how many weeks or months it meets: 1 to 12. */
  interval: number
  /** Weekdays, as in RFC 5545. If empty, a weekly recurrence uses the weekday of `startDate`. */
  weekdays: ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[]
  /** Which of these weekdays in the month: first to fourth, or -1 for the last. Null when weekly. */
  ordinal: 1 | 2 | 3 | 4 | -1 | null
  /** Local time in `timeZone`, 24-hour `HH:MM`. */
  time: string
  /** IANA zone of `time` and of the dates, such as `Europe/Madrid`. */
  timeZone: string
  /** First date, `YYYY-MM-DD`. */
  startDate: string
  /** Last date, `YYYY-MM-DD`, inclusive. Null when it has no end. */
  endDate: string | null
}
