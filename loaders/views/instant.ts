import {instant} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/**
 * A UTC instant to the second, always in one form (`2024-03-28T13:00:00Z`), so that two can be compared
 * as text. Stored instants may have milliseconds or omit the seconds.
 */
export const instantView = z.pipe(
  instant,
  z.transform((stored) => toSecond(Date.parse(stored))),
)

/**
 * Formats an instant to the second: `2024-03-28T13:00:00Z`.
 *
 * @param milliseconds - since 1970, UTC
 */
export function toSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
