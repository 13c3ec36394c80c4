import {
  cadenceDates,
  wallClock,
  weekdayNames,
  type Cadence,
  type CadenceBreak,
} from '@touchpoints/calendar/time'

import {breaksOf, cadenceOf} from '../reading/cadenceOf.ts'
import {communityAmong, communityQuery} from '../reading/community.ts'
import {scheduleOf, type Session} from '../reading/scheduleOf.ts'
import {refOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a session that is in a break, on a date that its series skips or has moved, or not on a date of
 * its series at all.
 *
 * Sessions before the first date or after the last date of the cadence are not checked.
 */
export const offCadenceRule = {
  code: 'off-cadence',
  query: ({series}) => communityQuery(refOf(series)),
  check: ({schedule, status}, {others}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled') return []
    const series = others.find(({_type}) => _type === 'series')
    const cadence = cadenceOf(series?.['cadence'])
    const breaks = breaksOf(communityAmong(others)?.['breaks'])
    const message =
      breakMessage(session, [...breaks, ...(cadence?.breaks ?? [])]) ??
      (cadence && dateMessage(session, {...cadence, breaks: [...cadence.breaks, ...breaks]}))
    return message ? [{level: 'warning', path: ['schedule', 'start'], message}] : []
  },
} as const satisfies Rule

function breakMessage({start, timeZone}: Session, breaks: readonly CadenceBreak[]) {
  const {date} = wallClock(start, timeZone)
  const found = breaks.find(({from, to}) => from <= date && date <= to)
  if (!found) return undefined
  return `The session is in the break from ${found.from} to ${found.to}${inBrackets(found.reason)}. Move the session, change the break, or ignore this warning if the session is intended.`
}

function dateMessage({start}: Session, cadence: Cadence): string | undefined {
  const at = Date.parse(start)
  const nearby = datesBetween(cadence, at - reachOf(cadence), at + reachOf(cadence))
  const here = nearby.find((each) => Date.parse(each.start) === at)
  if (here?.change?.kind === 'skipped') {
    return `The series skips this date${inBrackets(here.change.reason)}. Move the session, remove the exception from the cadence of the series, or cancel the session.`
  }
  if (here || !isCovered(start, cadence)) return undefined
  const moved = nearby.find(
    ({change}) => change?.kind === 'moved' && Date.parse(change.from) === at,
  )
  if (moved?.change) {
    return `The series has moved this date to ${spoken(moved)}${inBrackets(moved.change.reason)}. Correct the date of the session, or remove the exception from the cadence of the series.`
  }
  const dates = nearby.filter(({change}) => change?.kind !== 'skipped')
  const before = dates.findLast((each) => Date.parse(each.start) < at)
  const after = dates.find((each) => Date.parse(each.start) > at)
  const nearest = [before, after].filter((each) => each !== undefined).map(spoken)
  const zone = (before ?? after)?.slot.timeZone ?? cadence.slots[0]?.timeZone
  if (zone === undefined) return undefined
  const own = spoken({start, slot: {timeZone: zone}})
  const hint =
    nearest.length > 0
      ? ` Its nearest ${nearest.length === 1 ? 'date is' : 'dates are'} ${nearest.join(' and ')}.`
      : ''
  return `The series has no date on ${own}.${hint} Correct the date, or ignore this warning if the change is intended.`
}

/** Returns whether a slot has begun and not ended on the day of a session. */
function isCovered(start: string, {slots}: Cadence): boolean {
  return slots.some(({timeZone, startDate, endDate}) => {
    const {date} = wallClock(start, timeZone)
    return startDate <= date && (!endDate || date <= endDate)
  })
}

/** Milliseconds in which the slot that repeats least has a date before and after. */
function reachOf({slots}: Cadence): number {
  const days = slots.map(({frequency, interval}) => (frequency === 'weekly' ? 8 : 32) * interval)
  return days.reduce((longest, each) => Math.max(longest, each), 32) * 86_400_000
}

function datesBetween(cadence: Cadence, from: number, to: number) {
  try {
    return cadenceDates(cadence, {from: new Date(from), to: new Date(to), skipped: 'include'})
  } catch {
    // A rule for the series reports a cadence without dates.
    return []
  }
}

function spoken({start, slot}: {start: string; slot: {timeZone: string}}): string {
  const {date, time, weekday} = wallClock(start, slot.timeZone)
  return `${weekdayNames[weekday]} ${date} at ${time}`
}

function inBrackets(reason: string | null | undefined): string {
  return reason ? ` (${reason})` : ''
}
