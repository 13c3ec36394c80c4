import {
  calendarDate,
  dayOffset,
  exceptionKind,
  frequency,
  interval,
  line,
  monthlyOn,
  ordinal,
  timeZone,
  wallTime,
  weekday,
  weekParity,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'

const slotView = z.object({
  frequency,
  interval,
  weekdays: z.array(weekday),
  weeks: z.nullable(weekParity),
  monthlyOn: z.nullable(monthlyOn),
  ordinals: z.array(ordinal),
  dayOffset: z.nullable(dayOffset),
  time: wallTime,
  timeZone,
  startDate: calendarDate,
  endDate: z.nullable(calendarDate),
})

const exceptionView = z.pipe(
  z.object({
    kind: exceptionKind,
    date: calendarDate,
    time: z.nullable(wallTime),
    // Absent in a skipped date of an earlier answer, which is read again.
    toDate: z.optional(z.nullable(calendarDate)),
    toTime: z.optional(z.nullable(wallTime)),
    reason: field({translated: true}, z.nullable(line)),
  }),
  z.transform(({kind, toDate, toTime, ...rest}): CadenceException => {
    if (kind === 'skipped') return {kind, ...rest}
    return {kind, ...rest, toDate: toDate ?? rest.date, toTime: toTime ?? null}
  }),
)

/** A draft can have an exception without its dates. It changes nothing, and the Studio asks for them. */
const isFinished = 'defined(date) && (kind != "moved" || defined(toDate))'

export const breakView = z.object({
  from: calendarDate,
  to: calendarDate,
  reason: field({translated: true}, z.nullable(line)),
})

/** Without its first or its last day, a break of a draft is no break. */
const isWholeBreak = 'defined(from) && defined(to)'

export const breaksView = field({where: isWholeBreak}, z.array(breakView))

// Without one of these, a series would meet on dates on which it does not.
export const cadenceView = z.object({
  slots: field({complete: true}, z.array(slotView)),
  exceptions: field({where: isFinished, complete: true}, z.array(exceptionView)),
  breaks: field({where: isWholeBreak, complete: true}, z.array(breakView)),
})

/** When a series meets, as data. Dates and texts are derived from it, see `cadenceDates`. */
export interface Cadence {
  /** Several slots are a meeting that takes turns, meets twice on a day, or has changed its hour. */
  slots: CadenceSlot[]
  /** Dates that are off or moved. */
  exceptions: CadenceException[]
  /** Spans without dates. */
  breaks: CadenceBreak[]
}

/** "Thursdays 12:00 in London" as data. */
export interface CadenceSlot {
  /** Whether `interval` counts weeks or months. */
  frequency: 'weekly' | 'monthly'
  /** Every how many weeks or months it meets: 1 to 52. */
  interval: number
  /** Weekdays, as in RFC 5545. If empty, a weekly slot uses the weekday of `startDate`. */
  weekdays: ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[]
  /** Parity of the ISO calendar weeks of a weekly slot. Null for all weeks. */
  weeks: 'odd' | 'even' | null
  /** What decides about the day of a monthly slot. Null when weekly. */
  monthlyOn: 'date' | 'weekday' | 'businessDay' | null
  /** Which of these weekdays or business days in the month: 1 to 5, or -1 to -3 from its end. */
  ordinals: (1 | 2 | 3 | 4 | 5 | -1 | -2 | -3)[]
  /** Days after that weekday, -6 to 6. Null for none. */
  dayOffset: number | null
  /** Local time in `timeZone`, 24-hour `HH:MM`. */
  time: string
  /** IANA zone of `time` and of the dates, such as `Europe/Madrid`. */
  timeZone: string
  /** First date, `YYYY-MM-DD`. */
  startDate: string
  /** Last date, `YYYY-MM-DD`, inclusive. Null when it has no end. */
  endDate: string | null
}

/** One date that is off or moved. */
export type CadenceException =
  | {
      kind: 'skipped'
      /** Local date of the slot, `YYYY-MM-DD`. */
      date: string
      /** Local time of the slot, `HH:MM`. Null for each slot of that date. */
      time: string | null
      /** Why it is off. Null when not set. */
      reason: string | null
    }
  | {
      kind: 'moved'
      /** Local date that the slot gives, `YYYY-MM-DD`. */
      date: string
      /** Local time of the slot, `HH:MM`. Null for each slot of that date. */
      time: string | null
      /** Local date to which it is moved, `YYYY-MM-DD`. */
      toDate: string
      /** Local time to which it is moved, `HH:MM`. Null when the time stays. */
      toTime: string | null
      /** Why it is moved. Null when not set. */
      reason: string | null
    }

/** A span without dates: local dates, `YYYY-MM-DD`, both inclusive. */
export interface CadenceBreak {
  from: string
  to: string
  /** Null when not set. */
  reason: string | null
}
