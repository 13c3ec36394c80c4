import {instant} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/**
 * A UTC instant to the second, always written alike (`2024-03-28T13:00:00Z`), so that two compare as
 * text. Stored ones may have milliseconds or leave the seconds out.
 */
export const instantView = z.pipe(
  instant,
  z.transform((stored) => toSecond(Date.parse(stored))),
)

/** @param milliseconds - since 1970, UTC */
export function toSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
