import {Temporal} from 'temporal-polyfill'
import type {Cadence, CadenceBreak, CadenceException} from './cadence.ts'
import {dateOf, dayOf, lastDay} from './calendarDays.ts'
import {exceptionFor} from './exceptionFor.ts'
import {instantOn} from './instantOn.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {isTimeOfDay} from './isTimeOfDay.ts'
import {isTimeZone} from './isTimeZone.ts'
import {type PlainCadence, withLists} from './plainCadence.ts'
import type {Recurrence} from './recurrence.ts'
import {meetsOn, slotDays} from './slotDays.ts'

/** The requested dates: those that start within [from, to), or the first `count` at or after `from`. */
export type DatesRequest =
  | {from: string | Date; to: string | Date}
  | {from?: string | Date; count: number}

export type CadenceDatesRequest = DatesRequest & {
  /** Whether skipped dates are returned, with their change. Defaults to `leave-out`. */
  skipped?: 'include' | 'leave-out'
}

/** One date of a cadence. */
export interface CadenceDate {
  /** UTC instant, such as `2025-01-09T12:00:00Z`. */
  start: string
  /** The slot that gives the date. */
  slot: Recurrence
  /** Absent for a date as the slot gives it. */
  change?: CadenceChange
}

/** What an exception says about a date. */
export type CadenceChange =
  | {kind: 'skipped'; reason?: string}
  | {
      kind: 'moved'
      /** The UTC instant that the slot gives. */
      from: string
      reason?: string
    }

/**
 * Returns the dates of a cadence, earliest first, each start once.
 *
 * A date that an exception moved has its new start, and is in the window if the new start is. Dates in a break
 * are left out, except those that are moved out of it.
 *
 * Dates are counted on the wall clock of each slot's zone and then converted, as for feed events. A time that
 * the clocks skip is read with the offset before the gap (RFC 5545 section 3.3.5), so a meeting at 02:30 still
 * takes place. For a time that they repeat, the earlier instant is used. A day that a month doesn't have is
 * skipped (section 3.3.10).
 *
 * @throws RangeError when a field of the cadence can't be read, see `checkCadence`
 * @example
 * const cadence = {slots: [thursdays], exceptions: [{kind: 'skipped', date: '2025-03-20'}]}
 * cadenceDates(cadence, {from: '2025-03-20T00:00:00Z', count: 1})
 * // [{start: '2025-03-27T12:00:00Z', slot: thursdays}]
 */
export function cadenceDates(cadence: PlainCadence, request: CadenceDatesRequest): CadenceDate[] {
  const {slots, exceptions, breaks, limits} = {
    ...read(withLists(cadence)),
    limits: limitsOf(request),
  }
  const isShown = ({change}: CadenceDate) =>
    request.skipped === 'include' || change?.kind !== 'skipped'
  const dates = slots.flatMap((slot) => [
    ...movedDates(slot, exceptions).filter(({start}) => isWithin(Date.parse(start), limits)),
    ...firstDates(unmovedDates(slot, exceptions, breaks, limits), isShown, limits.count),
  ])
  return oncePerStart(dates).slice(0, limits.count)
}

/** The longest offset from UTC is 26 hours, in days. */
const maxOffset = 2

interface Limits {
  fromMs: number
  /** Exclusive. */
  toMs: number
  count: number
}

function limitsOf(request: DatesRequest): Limits {
  const fromMs = request.from === undefined ? -Infinity : milliseconds(request.from)
  return 'to' in request
    ? {fromMs, toMs: milliseconds(request.to), count: Infinity}
    : {fromMs, toMs: Infinity, count: request.count}
}

function isWithin(ms: number, {fromMs, toMs}: Limits): boolean {
  return ms >= fromMs && ms < toMs
}

interface ReadBreak {
  from: number
  to: number
}

function read({slots, exceptions, breaks}: Cadence) {
  for (const slot of slots) mustBeReadable(slot)
  return {
    slots,
    exceptions: Map.groupBy(exceptions, ({date}) => date),
    breaks: breaks.map(readBreak),
  }
}

function readBreak({from, to}: CadenceBreak): ReadBreak {
  for (const date of [from, to]) mustBeDate(date, 'A break')
  return {from: dayOf(from), to: dayOf(to)}
}

function mustBeReadable({startDate, endDate, time, timeZone, interval}: Recurrence): void {
  mustBeDate(startDate, 'The start')
  if (endDate) mustBeDate(endDate, 'The end')
  mustBeTime(time)
  if (!isTimeZone(timeZone)) {
    throw new RangeError(`"${timeZone}" is not a time zone. Use an IANA id such as Europe/London.`)
  }
  if (!Number.isInteger(interval) || interval < 1) {
    throw new RangeError(
      `The interval is ${interval}. Use a whole number of weeks or months, from 1.`,
    )
  }
}

function mustBeDate(date: string, what: string): void {
  if (isCalendarDate(date)) return
  throw new RangeError(`${what} is "${date}", which is not a date. Use a date such as 2025-01-09.`)
}

function mustBeTime(time: string): void {
  if (isTimeOfDay(time)) return
  throw new RangeError(`"${time}" is not a time of day. Use 24-hour format, such as 17:30.`)
}

type ExceptionsByDate = ReadonlyMap<string, readonly CadenceException[]>

/** Returns the moved dates of a slot, wherever they were moved. */
function movedDates(slot: Recurrence, exceptions: ExceptionsByDate): CadenceDate[] {
  const {timeZone, time} = slot
  return [...exceptions.keys()].flatMap((date): CadenceDate[] => {
    const exception = exceptionFor(exceptions.get(date) ?? [], date, slot)
    if (exception?.kind !== 'moved' || !meetsOn(slot, date)) return []
    const {toDate, toTime, reason} = exception
    mustBeDate(toDate, 'A moved date')
    if (toTime) mustBeTime(toTime)
    const from = instantOn(date, time, timeZone)
    const change: CadenceChange = {kind: 'moved', from, ...(reason && {reason})}
    return [{start: instantOn(toDate, toTime ?? time, timeZone), slot, change}]
  })
}

/** Yields the dates of a slot that take place as planned, or are skipped. */
function* unmovedDates(
  slot: Recurrence,
  exceptions: ExceptionsByDate,
  breaks: readonly ReadBreak[],
  limits: Limits,
): Generator<CadenceDate> {
  const {time, timeZone} = slot
  const from = Number.isFinite(limits.fromMs) ? dayAt(limits.fromMs) - maxOffset : -Infinity
  const to = Number.isFinite(limits.toMs) ? dayAt(limits.toMs) + maxOffset : lastDay
  for (const day of daysWithout(breaks, slot, from, to)) {
    const date = dateOf(day)
    const exception = exceptionFor(exceptions.get(date) ?? [], date, slot)
    if (exception?.kind === 'moved') continue
    const start = instantOn(date, time, timeZone)
    if (!isWithin(Date.parse(start), limits)) continue
    if (!exception) yield {start, slot}
    else {
      const {reason} = exception
      yield {start, slot, change: {kind: 'skipped', ...(reason && {reason})}}
    }
  }
}

/** Yields the days of a slot outside of breaks. A break can last for centuries, so its days are not counted. */
function* daysWithout(
  breaks: readonly ReadBreak[],
  slot: Recurrence,
  from: number,
  to: number,
): Generator<number> {
  let next = from
  while (next <= to) {
    let pause: ReadBreak | undefined
    for (const day of slotDays(slot, next, to)) {
      pause = breaks.find((each) => each.from <= day && day <= each.to)
      if (pause) break
      yield day
    }
    if (!pause) return
    next = pause.to + 1
  }
}

/** Returns the first dates with different starts. Where a zone skips a day, two days have one instant. */
function firstDates(
  dates: Iterable<CadenceDate>,
  isShown: (date: CadenceDate) => boolean,
  count: number,
): CadenceDate[] {
  const first = new Map<string, CadenceDate>()
  if (count < 1) return []
  for (const date of dates) {
    if (!isShown(date)) continue
    if (!first.has(date.start)) first.set(date.start, date)
    if (first.size >= count) break
  }
  return [...first.values()]
}

/** Sorts dates by start. Of several with one start, one that takes place as planned wins, then a moved one. */
function oncePerStart(dates: readonly CadenceDate[]): CadenceDate[] {
  const rank = ({change}: CadenceDate) => (change ? (change.kind === 'moved' ? 1 : 2) : 0)
  const ranked = dates.toSorted((a, b) => rank(a) - rank(b))
  const unique = new Map<number, CadenceDate>()
  for (const date of ranked) {
    const ms = Date.parse(date.start)
    if (!unique.has(ms)) unique.set(ms, date)
  }
  return [...unique].toSorted(([a], [b]) => a - b).map(([, date]) => date)
}

function dayAt(ms: number): number {
  return Math.floor(ms / 86_400_000)
}

function milliseconds(value: string | Date): number {
  return typeof value === 'string'
    ? Temporal.Instant.from(value).epochMilliseconds
    : value.getTime()
}
