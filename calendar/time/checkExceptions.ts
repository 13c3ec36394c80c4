import type {Cadence, CadenceException} from './cadence.ts'
import {cadenceDates} from './cadenceDates.ts'
import {dateOf, dayOf} from './calendarDays.ts'
import type {CadenceFault} from './checkCadence.ts'
import {exceptionFor} from './exceptionFor.ts'
import {instantOn} from './instantOn.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {isTimeOfDay} from './isTimeOfDay.ts'
import type {Recurrence} from './recurrence.ts'
import {meetsOn, slotDays} from './slotDays.ts'

type Moved = Extract<CadenceException, {kind: 'moved'}>

/** Validates exceptions: their format, and whether the cadence has their dates. */
export function checkExceptions(cadence: Cadence): CadenceFault[] {
  const unreadable = cadence.exceptions.flatMap(checkFormat)
  if (unreadable.length > 0) return unreadable
  return [
    ...repeated(cadence.exceptions),
    ...cadence.exceptions.flatMap((exception, index) => [
      ...checkDate(exception, index, cadence),
      ...(exception.kind === 'moved' ? checkTarget(exception, index, cadence) : []),
    ]),
  ]
}

function checkFormat(exception: CadenceException, index: number): CadenceFault[] {
  const {date, time} = exception
  const moved = exception.kind === 'moved' ? exception : undefined
  const dates = {date, ...(moved && {toDate: moved.toDate})}
  const times = {time, ...(moved && {toTime: moved.toTime})}
  return [
    ...Object.entries(dates).flatMap(([field, value]): CadenceFault[] => {
      if (isCalendarDate(value)) return []
      const message = `"${value}" is not a date. Use the format 2025-12-25`
      return [{path: ['exceptions', index, field], level: 'error', message}]
    }),
    ...Object.entries(times).flatMap(([field, value]): CadenceFault[] => {
      if (!value || isTimeOfDay(value)) return []
      const message = `"${value}" is not a time of day. Use 24-hour format, for example 17:30`
      return [{path: ['exceptions', index, field], level: 'error', message}]
    }),
  ]
}

function repeated(exceptions: readonly CadenceException[]): CadenceFault[] {
  const seen = new Set<string>()
  return exceptions.flatMap(({date, time}, index): CadenceFault[] => {
    const key = `${date} ${time ?? ''}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = `There are two exceptions for ${date}${time ? ` at ${time}` : ''}, and only the first one counts. Remove one of them`
    return [{path: ['exceptions', index], level: 'error', message}]
  })
}

function checkDate(
  {date, time}: CadenceException,
  index: number,
  {slots}: Cadence,
): CadenceFault[] {
  const meeting = slots.filter((slot) => meetsOn(slot, date))
  if (meeting.length === 0) {
    const near = nearestDate(slots, date)
    const message = `The series does not meet on ${date}, so this exception does nothing.${near ? ` The nearest date is ${near}.` : ''} Correct the date, or remove the exception`
    return [{path: ['exceptions', index, 'date'], level: 'warning', message}]
  }
  if (!time || meeting.some((slot) => slot.time === time)) return []
  const times = meeting.map((slot) => slot.time).join(' and ')
  const message = `The series meets on ${date} at ${times}, not at ${time}, so this exception does nothing. Correct the time, or leave it empty`
  return [{path: ['exceptions', index, 'time'], level: 'warning', message}]
}

/** The longest interval is 52 months. */
const longestGap = 52 * 31

function nearestDate(slots: readonly Recurrence[], date: string): string | undefined {
  const day = dayOf(date)
  const days = slots.flatMap((slot) => [...slotDays(slot, day - longestGap, day + longestGap)])
  const nearest = days.reduce<number | undefined>((best, each) => {
    return best !== undefined && Math.abs(best - day) <= Math.abs(each - day) ? best : each
  }, undefined)
  return nearest === undefined ? undefined : dateOf(nearest)
}

function checkTarget(exception: Moved, index: number, cadence: Cadence): CadenceFault[] {
  const {date, toDate, toTime} = exception
  const path = ['exceptions', index, 'toDate']
  const slots = cadence.slots.filter(
    (slot) => meetsOn(slot, date) && exceptionFor(cadence.exceptions, date, slot) === exception,
  )
  if (slots.some((slot) => toDate === date && (toTime ?? slot.time) === slot.time)) {
    const message = `This moves ${date} to the same date and time. Choose another date or time, or remove the exception`
    return [{path, level: 'warning', message}]
  }
  const meetsWithout = (left: ReadonlySet<CadenceException>) => {
    const exceptions = cadence.exceptions.filter((each) => !left.has(each))
    return slots.some((slot) => {
      const from = instantOn(toDate, toTime ?? slot.time, slot.timeZone)
      return cadenceDates({...cadence, exceptions}, {from, count: 1})[0]?.start === from
    })
  }
  if (!meetsWithout(new Set([exception]))) return []
  const rivals = cadence.exceptions.filter(
    (each): each is Moved => each !== exception && each.kind === 'moved' && each.toDate === toDate,
  )
  if (meetsWithout(new Set([exception, ...rivals]))) {
    const message = `The series meets on ${toDate} anyway, so moving ${date} there leaves one date out. Choose another date, or skip ${date}`
    return [{path, level: 'warning', message}]
  }
  const dates = [date, ...rivals.map((rival) => rival.date)].toSorted()
  const message = `${dates.join(' and ')} are moved to ${toDate}, so the series meets only once on it. Choose another date for one of them, or skip one`
  return [{path, level: 'warning', message}]
}
