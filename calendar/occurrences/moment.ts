import {dayMs, parseDate} from '../text/values.ts'
import type {ContentLine} from '../text/contentLine.ts'
import type {Zone} from '../zones/zone.ts'

/** A point in time in one of iCalendar's three forms. `wall` is the local time as if it were UTC, in ms. */
export type Moment =
  | {kind: 'date'; wall: number}
  | {kind: 'floating'; wall: number}
  | {kind: 'timed'; wall: number; zone: Zone}

/** Looks up the zone of a TZID. Returns undefined when it is unknown; the time then floats. */
export interface ZoneLookup {
  /** UTC, the zone of times written with a Z. */
  readonly utc: Zone
  /** X-WR-TIMEZONE: applies to floating times only. */
  readonly ofFloating: Zone | undefined
  find(tzid: string, line: number): Zone | undefined
}

/** Parses one value of a date property, with the property's parameters. */
export function readMoment(
  line: ContentLine,
  zones: ZoneLookup,
  value: string = line.value,
): Moment | undefined {
  const parts = splitTzid(line.params.get('TZID'), value)
  const date = parseDate(parts.value)
  if (!date) return undefined
  if (date.dateOnly) return {kind: 'date', wall: date.wall}
  // Some exporters write VALUE=DATE with a time of day. The parameter decides.
  if (line.params.get('VALUE')?.toUpperCase() === 'DATE') {
    return {kind: 'date', wall: dayOf(date.wall)}
  }
  if (date.utc) return {kind: 'timed', wall: date.wall, zone: zones.utc}
  const zone = parts.tzid === undefined ? zones.ofFloating : zones.find(parts.tzid, line.line)
  return zone ? {kind: 'timed', wall: date.wall, zone} : {kind: 'floating', wall: date.wall}
}

/**
 * Splits a TZID that contains a colon from its value. Exchange writes
 * `TZID=tzone://Microsoft/Utc:20240101T100000`, where the colon would end the parameter.
 */
function splitTzid(tzid: string | undefined, value: string): {tzid?: string; value: string} {
  const colon = tzid === undefined ? -1 : value.lastIndexOf(':')
  if (tzid === undefined) return {value}
  if (colon < 0) return {tzid: tzid.trim(), value}
  return {tzid: `${tzid}:${value.slice(0, colon)}`.trim(), value: value.slice(colon + 1)}
}

/**
 * Returns the instant of a timed moment, or the wall time of the others, which are compared as if in
 * UTC.
 */
export function epochOf(moment: Moment): number {
  return moment.kind === 'timed' ? moment.zone.toInstant(moment.wall) : moment.wall
}

/** Returns midnight of the day. */
export function dayOf(wall: number): number {
  return Math.floor(wall / dayMs) * dayMs
}

/** The length of an event, in ms. */
export interface Length {
  /** Added to the local time, so that days stay days when the clocks change (RFC 5545 section 3.3.6). */
  nominal: number
  /** Added to the instant after that. */
  exact: number
}

/** Returns the end of an event that begins at `start`, as an epoch. */
export function endOf(start: Moment, {nominal, exact}: Length): number {
  if (start.kind !== 'timed') return start.wall + nominal + exact
  return endAt(start.zone, start.wall, start.zone.toInstant(start.wall), {nominal, exact})
}

/** Returns the end of a timed event with a known start instant. */
export function endAt(zone: Zone, wall: number, instant: number, {nominal, exact}: Length): number {
  if (nominal === 0) return instant + exact
  const end = zone.toInstant(wall + nominal) + exact
  // If the clocks skip the start, it moves forward, possibly past the end. Then use the length.
  return end < instant ? instant + nominal + exact : end
}
