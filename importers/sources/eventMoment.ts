import {zoneMeaning} from '@touchpoints/calendar/rhythm'
import {instantFromWallClock, isCalendarDate, wallClock} from '@touchpoints/calendar/time'

import {type SourceNode, textOf} from './sourceNode.ts'

/** The start or the end of an event. */
export type EventMoment =
  | {kind: 'day'; date: string}
  | {
      kind: 'time'
      date: string
      /** `HH:MM` on the wall clock of the zone. */
      time: string
      timeZone: string
    }
  /** The zone has several clocks, or is missing. */
  | {
      kind: 'no-zone'
      date: string
      time: string
      /** As it is written: a name, or an offset such as "+05:30". */
      zone: string | undefined
      candidates: readonly string[]
      /** UTC instant, if an offset says it. The offset names no zone: its clock may change in summer. */
      instant?: string
    }

/** Reads `"2026-02-05"`, `"2026-02-05T17:00:00Z"`, or `{date = "2026-02-05T10:00:00", timezone = "…"}`. */
export function eventMoment(node: SourceNode | undefined): EventMoment | undefined {
  const text = textOf(node) ?? textOf(node?.fields.get('date'))
  const zone = textOf(node?.fields.get('timezone'))
  return text === undefined ? undefined : momentOf(text, zone)
}

/** Reads a date, or a date and a time, with the zone beside it. */
export function momentOf(text: string, zone: string | undefined): EventMoment | undefined {
  const [, date = '', time, offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    ) ?? []
  if (!isCalendarDate(date)) return undefined
  if (time === undefined) return {kind: 'day', date}
  if (zone === undefined && offset !== undefined && !/^(?:Z|[+-]00:?00)$/i.test(offset)) {
    return atOffset(date, time, offset)
  }
  const meaning = zoneMeaning(zone ?? (offset === undefined ? '' : 'UTC'))
  if (meaning === undefined || meaning.kind === 'ambiguous') {
    return {kind: 'no-zone', date, time, zone, candidates: meaning?.candidates ?? []}
  }
  const {timeZone} = meaning
  if (offset === undefined) return {kind: 'time', date, time, timeZone}
  const local = wallClock(`${date}T${time}:00${offset.toUpperCase()}`, timeZone)
  return {kind: 'time', date: local.date, time: local.time, timeZone}
}

/** Zones of many people. The ones that have the offset on the day are offered. */
const frequentZones = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Berlin',
  'Africa/Johannesburg',
  'Europe/Athens',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const

function atOffset(date: string, time: string, offset: string): EventMoment | undefined {
  const written = Date.parse(`${date}T${time}:00${offset.replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`)
  if (Number.isNaN(written)) return undefined
  const instant = new Date(written).toISOString().replace('.000Z', 'Z')
  const candidates = frequentZones.filter((zone) => {
    const clock = wallClock(instant, zone)
    return clock.date === date && clock.time === time
  })
  return {kind: 'no-zone', date, time, zone: offset, candidates, instant}
}

/** Returns the instant of a moment: the earlier one when the clocks show the time twice. */
export function instantOf({date, time, timeZone}: {date: string; time: string; timeZone: string}) {
  const reading = instantFromWallClock(date, time, timeZone)
  if (reading.kind === 'invalid') return undefined
  return reading.kind === 'instant' ? reading.instant : reading.earlier
}

/** Returns the minutes between two moments, if it is at least one and at most a day. */
export function minutesBetween(
  start: EventMoment,
  end: EventMoment | undefined,
): number | undefined {
  if (end === undefined || start.kind === 'day' || end.kind === 'day') return undefined
  // Without a zone both are on the same clock, which is enough for a length.
  const zoneOf = (moment: typeof start) => (moment.kind === 'time' ? moment.timeZone : 'UTC')
  const [from, to] = [start, end].map((moment) =>
    moment.kind === 'no-zone' && moment.instant !== undefined
      ? moment.instant
      : instantOf({date: moment.date, time: moment.time, timeZone: zoneOf(moment)}),
  )
  if (from === undefined || to === undefined) return undefined
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined
}
