import {instant} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/**
 * A UTC instant to the second, always in one form (`2024-03-28T13:00:00Z`), so that two can be compared
 * as text. Stored instants may have milliseconds or omit the seconds.
 */
export const instantView = z.pipe(
  instant,
  z.transform((stored) => storedToSecond(stored)),
)

/**
 * Returns a valid stored instant in the form of `instantView`. Most are stored with seconds, and are in it without
 * the milliseconds. To read one and to format it takes 1 µs.
 */
export function storedToSecond(stored: string): string {
  // 24:00 is the next day.
  const isComplete = stored.length >= '2024-03-28T13:00:00Z'.length && !stored.startsWith('24', 11)
  return isComplete ? `${stored.slice(0, 19)}Z` : toSecond(Date.parse(stored))
}

const minutesOfDay = 24 * 60

/**
 * Returns the instant some minutes later, in the same form. Few sessions go past midnight in UTC, and the others
 * keep their date.
 *
 * @param instant - in the form of `instantView`
 */
export function minutesAfter(instant: string, minutes: number): string {
  const ofDay = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes
  if (ofDay >= minutesOfDay) return toSecond(Date.parse(instant) + minutes * 60_000)
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60]
  return `${instant.slice(0, 11)}${twoDigits(hour)}:${twoDigits(minute)}${instant.slice(16)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

/**
 * Formats an instant to the second: `2024-03-28T13:00:00Z`.
 *
 * @param milliseconds - since 1970, UTC
 */
export function toSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
