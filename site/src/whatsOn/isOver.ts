import {isInstant, type Moment} from './momentText.ts'

/** Hours by which the local time of a place can be behind UTC: a day or a time without a zone ends there last. */
const latestZoneHours = 12

/**
 * Whether a moment has ended everywhere.
 *
 * @param now - UTC instant
 */
export function isOver({start, end}: Moment, now: string): boolean {
  if (isInstant({start})) return Date.parse(end) <= Date.parse(now)
  return utcOf(end) + latestZoneHours * 3_600_000 <= Date.parse(now)
}

/** Reads a date or a time without a zone as if it were UTC. */
export function utcOf(text: string): number {
  return Date.parse(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text)
}
