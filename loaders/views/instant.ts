import {instant} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/**
 * A UTC instant to the second, always in one form (`2024-03-28T13:00:00Z`), so that two can be compared
 * as text. Stored instants may have milliseconds or omit the seconds.
 */
export const instantView = z.pipe(
  instant,
  z.transform((stored) => minutesAfter(stored, 0)),
)

/**
 * Returns the instant some minutes after a stored one, in the form of `instantView`. Nearly all are stored with
 * seconds, and few sessions go past midnight in UTC: the others keep their date and their seconds. To read an instant
 * and to format it takes 1 µs.
 */
export function minutesAfter(stored: string, minutes: number): string {
  const ofDay = Number(stored.slice(11, 13)) * 60 + Number(stored.slice(14, 16)) + minutes
  // An hour has 60 minutes and not 100. The digit before it makes zeros of 7:05.
  const time = String(10_000 + ofDay + 40 * Math.floor(ofDay / 60))
  return ofDay < 24 * 60 && stored.length > 19
    ? `${stored.slice(0, 11)}${time.slice(1, 3)}:${time.slice(3)}${stored.slice(16, 19)}Z`
    : toSecond(Date.parse(stored) + minutes * 60_000)
}

/**
 * Formats an instant to the second: `2024-03-28T13:00:00Z`.
 *
 * @param milliseconds - since 1970, UTC
 */
export function toSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
