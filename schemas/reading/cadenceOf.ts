import {
  ordinals,
  type Cadence,
  type CadenceBreak,
  type CadenceException,
} from '@touchpoints/calendar/time'
import * as z from 'zod/mini'

import * as scalars from '../scalars.ts'
import {itemsOf} from './stored.ts'

const optional = <Type extends z.ZodMiniType>(type: Type) => z.optional(z.nullable(type))

const slot = z.object({
  frequency: scalars.frequency,
  interval: scalars.interval,
  weekdays: z.pipe(
    optional(z.array(scalars.weekday)),
    z.transform((weekdays) => weekdays ?? []),
  ),
  weeks: optional(scalars.weekParity),
  monthlyOn: optional(scalars.monthlyOn),
  ordinals: z.pipe(
    optional(z.array(scalars.ordinal)),
    z.transform((values) => ordinals.filter((each) => values?.includes(each))),
  ),
  dayOffset: optional(scalars.dayOffset),
  time: scalars.wallTime,
  timeZone: scalars.timeZone,
  startDate: scalars.calendarDate,
  endDate: optional(scalars.calendarDate),
})

const exception = z.object({
  kind: scalars.exceptionKind,
  date: scalars.calendarDate,
  time: optional(scalars.wallTime),
  toDate: optional(scalars.calendarDate),
  toTime: optional(scalars.wallTime),
  reason: optional(scalars.line),
})

const span = z.object({
  from: scalars.calendarDate,
  to: scalars.calendarDate,
  reason: optional(scalars.line),
})

const cadence = z.object({
  slots: z.array(slot),
  exceptions: optional(z.array(exception)),
  breaks: optional(z.array(span)),
})

/** Reads a stored cadence. Returns undefined if it is incomplete or malformed. */
export function cadenceOf(value: unknown): Cadence | undefined {
  const result = z.safeParse(cadence, value)
  if (!result.success) return undefined
  const {slots, exceptions, breaks} = result.data
  return {slots, exceptions: (exceptions ?? []).flatMap(exceptionOf), breaks: breaks ?? []}
}

/** Reads stored breaks. Leaves out the malformed ones. */
export function breaksOf(value: unknown): CadenceBreak[] {
  return itemsOf(value).flatMap(({item}) => {
    const result = z.safeParse(span, item)
    return result.success ? [result.data] : []
  })
}

/** A moved date without its new date is incomplete, and leaves the cadence as it is. */
function exceptionOf(read: z.output<typeof exception>): CadenceException[] {
  const {kind, toDate, toTime, ...rest} = read
  if (kind === 'skipped') return [{kind, ...rest}]
  return toDate ? [{kind, ...rest, toDate, ...(toTime && {toTime})}] : []
}
